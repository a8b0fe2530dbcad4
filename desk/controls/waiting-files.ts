/** Files that were dropped where no text is open, until there is one. */
export interface WaitingFiles {
  /** Hands files to the text that is open, or to the next one that is opened. */
  readonly add: (files: readonly File[]) => void;
  /** Whether a text is open. */
  readonly hasReceiver: () => boolean;
  /** Sets what puts files into the open text; returns what takes it back. */
  readonly receiveWith: (take: (files: readonly File[]) => Promise<void>) => () => void;
}

/** Files that wait; at first none. */
export function createWaitingFiles(): WaitingFiles {
  let files: readonly File[] = [];
  let receiver: ((files: readonly File[]) => Promise<void>) | undefined;
  const hand = () => {
    if (!receiver || files.length === 0) return;
    const handed = files;
    files = [];
    void receiver(handed);
  };
  return {
    add: (more) => {
      files = [...files, ...more];
      hand();
    },
    hasReceiver: () => receiver !== undefined,
    receiveWith: (take) => {
      receiver = take;
      hand();
      return () => {
        if (receiver === take) receiver = undefined;
      };
    },
  };
}
