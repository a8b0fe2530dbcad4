/** A page of a browser under test, in whatever way the browser is driven. */
export interface TestedPage {
  /** Loads a URL; resolves when its `load` event was fired. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page and resolves with what it returns, which must be plain data. */
  evaluate<Result, Args extends readonly unknown[]>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  close(): Promise<void>;
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
  openPage(): Promise<TestedPage>;
  /** Absent where a test cannot change what names resolve to. */
  readonly forgettableHost?: ForgettableHost;
  close(): Promise<void>;
}
