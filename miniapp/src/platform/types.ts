/** What the app asks of the place it runs in: a browser, or Zalo's web view. */
export interface Spot {
  lat: number;
  lon: number;
  /** Radius in metres the device believes in; null when it does not say. Never 0: no device knows that much. */
  accuracy_m: number | null;
}

export interface Platform {
  name: "web" | "zalo";
  /** Small synchronous store of strings that outlives the page. */
  store: {
    get(key: string): string | null;
    set(key: string, value: string): void;
    remove(key: string): void;
  };
  /** Where the device is, asked at the moment of use; rejects when refused or unknown. */
  locate(): Promise<Spot>;
  /** Calls back when the network returns. */
  onConnected(run: () => void): void;
  /** Zalo's access token for our sign-in; null outside Zalo. */
  zaloToken(): Promise<string | null>;
  /** Zalo's tokens for sharing one's phone number, asked from a tap only; null where there is no Zalo. */
  zaloPhone: (() => Promise<{ zalo_access_token: string; zalo_phone_token: string }>) | null;
  /** Reads a QR code; null where there is no scanner. */
  scan: (() => Promise<string>) | null;
  /** First steps after the first paint (service worker on the web). */
  start(): void;
}
