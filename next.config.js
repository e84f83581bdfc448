const distDir = process.env.NEXT_DIST_DIR || ".next";
const referrer = (policy) => [{ key: "Referrer-Policy", value: policy }];

// For every answer, files of the build too. What depends on the request or on the settings is in proxy.ts.
const guards = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), display-capture=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  },
];

/** @type {import("next").NextConfig} */
export default {
  // A test run builds beside a running portal, not over it.
  distDir,
  // One settings file that named both folders' types would be rewritten by Next.js at each build.
  typescript: { tsconfigPath: distDir === ".next" ? "tsconfig.json" : "tsconfig.next-test.json" },
  poweredByHeader: false,
  // Titles and icons arrive with the page's head for every reader: streamed later, they need JavaScript, and the
  // browser has asked for /favicon.ico meanwhile.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  serverExternalPackages: ["graphile-worker", "nodemailer"],
  experimental: {
    // Rosters are pasted or chosen into a form; the reader refuses more than 2 MiB itself, in words.
    serverActions: { bodySizeLimit: "4mb" },
  },
  async headers() {
    return [
      { source: "/(.*)", headers: [...referrer("same-origin"), ...guards] },
      // The token of a letter stands in the path: it must not travel on in a Referer header.
      { source: "/invitations/:path*", headers: referrer("no-referrer") },
      { source: "/continue", headers: referrer("no-referrer") },
    ];
  },
};
