/**
 * A window-side Zalo for tests: zmp-sdk 2.51 as it behaves in its three places.
 * `live`: inside Zalo, with a person who grants or refuses. `localhost`: the SDK's own stubs, every token empty.
 * `elsewhere`: every call rejects with undefined, as on any other host.
 */
type Place = "live" | "localhost" | "elsewhere";
type Scope = "scope.userPhonenumber" | "scope.userLocation" | "scope.userInfo";

export interface Refusal {
  code: number;
  message: string;
}

export interface Picked {
  bytes: Uint8Array;
  type: string;
  name: string;
}

export class ZaloWindow {
  place: Place = "live";
  user = "1001";
  /** What the person answers when asked; "silent": no native side, nothing ever comes. */
  answers: Record<Scope, "yes" | "no" | "never" | "silent"> = { "scope.userPhonenumber": "yes", "scope.userLocation": "yes", "scope.userInfo": "yes" };
  /** Tokens handed out: each is good once, for the server only. */
  handed: string[] = [];
  kept = new Map<string, string>();
  picked: Picked[] = [];
  network = { isConnected: true, networkType: "wifi" };
  watchers: ((status: { isConnected: boolean; networkType: string }) => void)[] = [];

  sdk = {
    getAccessToken: () => this.call(() => `tok-${this.user}`, ""),
    getPhoneNumber: () => this.ask("scope.userPhonenumber", () => ({ token: this.hand("phone") }), { number: "" }),
    getLocation: () => this.ask("scope.userLocation", () => ({ token: this.hand("place") }), { token: "" }),
    getUserInfo: () =>
      this.call(() => ({ userInfo: { id: this.user, name: "", avatar: "" } }), { userInfo: { id: "3368637342326461234", name: "User Name", avatar: "" } }),
    scanQRCode: () => this.call(() => ({ content: "https://example.vn/hs/H46" }), { content: "" }),
    getNetworkType: () => this.call(() => ({ networkType: this.network.networkType }), { networkType: "unknown" }),
    onNetworkStatusChange: (run: (status: { isConnected: boolean; networkType: string }) => void) => {
      this.watchers.push(run);
    },
    openMediaPicker: (options: { type: string; serverUploadUrl?: string; maxItemSize?: number; maxSelectItem?: number }) => this.pick(options),
    nativeStorage: {
      getItem: (key: string) => this.inZalo(() => this.kept.get(key) ?? null),
      setItem: (key: string, value: string) => this.inZalo(() => void this.kept.set(key, value)),
      removeItem: (key: string) => this.inZalo(() => void this.kept.delete(key)),
    },
  };

  connect(isConnected: boolean): void {
    this.network = { isConnected, networkType: isConnected ? "cellular" : "none" };
    for (const run of this.watchers) run(this.network);
  }

  private hand(kind: string): string {
    const token = `${kind}-${this.handed.length + 1}`;
    this.handed.push(token);
    return token;
  }

  private inZalo<T>(run: () => T): T {
    if (this.place === "elsewhere") throw new Error("nativeStorage is not supported here");
    return run();
  }

  private call<T>(live: () => T, stub: T): Promise<T> {
    // eslint-disable-next-line prefer-promise-reject-errors
    if (this.place === "elsewhere") return Promise.reject(undefined);
    return Promise.resolve(this.place === "live" ? live() : stub);
  }

  private ask<T>(scope: Scope, live: () => T, stub: object): Promise<T> {
    const answer = this.answers[scope];
    if (this.place === "live" && answer === "silent") return new Promise(() => undefined);
    if (this.place === "live" && answer !== "yes") return Promise.reject({ code: answer === "no" ? -201 : -202, message: "denied" } satisfies Refusal);
    return this.call(live, stub as T);
  }

  /** The native client uploads by itself: multipart, field `file`, no Origin, no header of ours; raw text comes back. */
  private async pick({ serverUploadUrl, maxItemSize = 1024 * 1024, maxSelectItem = 1 }: { serverUploadUrl?: string; maxItemSize?: number; maxSelectItem?: number }): Promise<{ data: unknown }> {
    // eslint-disable-next-line prefer-promise-reject-errors
    if (this.place === "elsewhere") return Promise.reject(undefined);
    if (this.place === "localhost") return { data: "" };
    const chosen = this.picked.slice(0, maxSelectItem);
    if (!chosen.length) throw { code: -2003, message: "cancelled" } satisfies Refusal;
    if (!serverUploadUrl) return { data: chosen.map((one) => `zalo-temp://${one.name}`) };
    if (chosen.some((one) => one.bytes.length > maxItemSize)) throw { code: -2004, message: "too large" } satisfies Refusal;
    const form = new FormData();
    for (const one of chosen) form.append("file", new Blob([one.bytes.slice().buffer], { type: one.type }), one.name);
    const data = await (await fetch(serverUploadUrl, { method: "POST", body: form })).text();
    if ((JSON.parse(data) as { error: number }).error) throw { code: -2004, message: "upload refused" } satisfies Refusal;
    return { data };
  }
}
