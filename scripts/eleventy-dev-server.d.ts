declare module '@11ty/eleventy-dev-server' {
  interface DevServer {
    serve(port: number): void;
  }
  const server: { getServer(name: string, folder: string, options: Record<string, unknown>): DevServer };
  export default server;
}
