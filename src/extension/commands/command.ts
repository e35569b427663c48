import type { Host } from '../host';

/** What a command does; arguments come from menus, trees, links and other extensions, and are checked by the command. */
export type Command = (host: Host, ...args: readonly unknown[]) => Promise<unknown>;
