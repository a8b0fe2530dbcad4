/** A page of a browser under test, in whatever way the browser is driven. */
export interface TestedPage {
  /** Loads a URL; resolves when its `load` event was fired. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page and resolves with what it returns, which must be plain data. */
  evaluate<Result, Args extends readonly unknown[]>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Sets the size of the viewport, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Types text into the focused element. */
  type(text: string): Promise<void>;
  /** Presses a key: "Enter", "ArrowDown". */
  press(key: string): Promise<void>;
  /** The page printed as PDF. */
  print(): Promise<Uint8Array>;
  /** The uncaught errors and error messages of scripts since the last call. */
  scriptErrors(): string[];
  close(): Promise<void>;
}

/** What a page can do. */
export interface TestedPageOptions {
  /** True by default. */
  readonly javaScript?: boolean;
  /** Whether the service worker runs, where a driver can prevent it; false by default. */
  readonly serviceWorker?: boolean;
}

/** A host name that resolves to this machine until it is made unknown. */
export interface ForgettableHost {
  readonly hostname: string;
  /** From now on the name is not found. */
  forget(): Promise<void>;
}

/** A browser that the tests drive through WebDriver. */
export interface TestedBrowser {
  /** "Firefox 153.8.0" */
  readonly name: string;
  /** Opens a page with storage of its own. */
  openPage(options?: TestedPageOptions): Promise<TestedPage>;
  /** Absent where a page cannot be opened with `javaScript: false`. */
  readonly canDisableJavaScript?: true;
  readonly canPrint?: true;
  /** The widths of a viewport that it can have. */
  readonly widths: readonly number[];
  /** Where it saves downloads; absent where a driver cannot save any. */
  readonly downloadFolder?: string;
  /** Absent where a test cannot change what names resolve to. */
  readonly forgettableHost?: ForgettableHost;
  close(): Promise<void>;
}
