/**
 * What Electron, VS Code, npm, Snap and the user's own Node sessions put into the environment for themselves. Inherited, it
 * would turn a child into an Electron, preload a debugger into it, or point it at the libraries of another program.
 */
const notForChildren = /^(ELECTRON_|VSCODE_|NODE_|npm_|SNAP|CHROME_|APPIMAGE|APPDIR|GTK_|GIO_|GDK_|GSETTINGS_)/i;

/** The environment of a child process: the given one without what belongs to this process alone. */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !notForChildren.test(name)));
}
