/** A plugin as one self-contained module: what workers load, and what evidence depends on. */
export interface PluginCode {
  /** The file as commands name it: relative to the working folder, with slashes. */
  readonly name: string;
  /** The file: URL, for what the plugin reads beside itself. */
  readonly url: string;
  /** JavaScript of the plugin with all that it imports; the same wherever the plugin lies. */
  readonly code: string;
}

/** The plugins of this process, in the order in which they were given. Only install.ts adds to it. */
export const installed: PluginCode[] = [];

/** The file of each claim that a plugin holds, by the claim's id. */
export const pluginOfClaim = new Map<string, string>();

/** What a command that is to know the same plugins has to say. */
export const pluginFlags = (): string[] => installed.map(({ name }) => `--plugin ${quoted(name)}`);

const quoted = (name: string): string =>
  /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
