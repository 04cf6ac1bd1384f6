/** The calls of zmp-sdk 2.51 we use; the package itself is optional, so its types are not needed. */
declare module "zmp-sdk/apis" {
  export function getAccessToken(): Promise<string>;
  export function getLocation(): Promise<{ token?: string; latitude?: string; longitude?: string }>;
  export function getPhoneNumber(): Promise<{ token?: string; number?: string }>;
  export function getNetworkType(): Promise<{ networkType: "none" | "wifi" | "cellular" | "unknown" }>;
  export function onNetworkStatusChange(run: (status: { isConnected: boolean; networkType: string }) => void): void;
  export function scanQRCode(): Promise<{ content: string }>;
  export const nativeStorage: {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
  };
}
