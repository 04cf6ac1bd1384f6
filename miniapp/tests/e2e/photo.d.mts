export function gpsSegment(lat: number, lon: number, camera?: string): Uint8Array;
