// Vite plugin: app-config.json of the Zalo Mini App, listing the scripts and styles of the bundle.
const APP = {
  title: "Ngõ Số",
  headerTitle: "Ngõ Số",
  headerColor: { light: "#0b4f8a", dark: "#0b4f8a" },
  textColor: { light: "white", dark: "white" },
  leftButton: "back",
  statusBar: "normal",
  actionBarHidden: false,
  hideAndroidBottomNavigationBar: false,
  hideIOSSafeAreaBottom: false,
};

export function zaloConfig() {
  return {
    name: "ngo-so-zalo-config",
    apply: "build",
    // Zalo writes its own page around #app; ours serves local tests and has nothing to install.
    transformIndexHtml: (html) => html.replace(/\s*<link rel="(manifest|icon|apple-touch-icon)"[^>]*>/g, ""),
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const parts = Object.values(bundle);
        const html = String(bundle["index.html"]?.source ?? "");
        const named = (ending) => [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((found) => found[1]).filter((file) => file.endsWith(ending));
        const sync = named(".js");
        const config = {
          app: APP,
          listCSS: named(".css"),
          listSyncJS: sync,
          listAsyncJS: parts.filter((part) => part.type === "chunk" && !sync.includes(part.fileName)).map((part) => part.fileName),
          pages: [],
        };
        this.emitFile({ type: "asset", fileName: "app-config.json", source: `${JSON.stringify(config, null, 2)}\n` });
        if (!process.env.API_URL) this.warn("API_URL is not set: this bundle calls its own origin, which Zalo cannot serve");
      },
    },
  };
}
