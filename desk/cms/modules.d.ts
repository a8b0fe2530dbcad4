// The little that the desk uses of the packages in this folder, which are not installed where the types are checked.

/** A style sheet as text. */
declare module '*.css' {
  const text: string;
  export default text;
}

declare module 'react' {
  /** What React renders. */
  export interface ReactElement {
    readonly type: unknown;
  }
  export abstract class Component<Props> {
    constructor(props: Props);
    readonly props: Props;
    abstract render(): ReactElement;
    componentDidMount?(): void;
    componentDidUpdate?(): void;
    componentWillUnmount?(): void;
  }
  export function createElement(type: string, props: Readonly<Record<string, unknown>>): ReactElement;
}

declare module '@sveltia/cms' {
  /** A map of Immutable.js. */
  export interface ImmutableMap {
    get(key: string): unknown;
    set(key: string, value: unknown): ImmutableMap;
    clear(): ImmutableMap;
    merge(values: Readonly<Record<string, unknown>>): ImmutableMap;
    toJS(): Readonly<Record<string, unknown>>;
  }
  export interface ControlProps {
    readonly value: unknown;
    readonly field: ImmutableMap;
    readonly forID: string;
    /** The values as they are now, at the key "data". */
    readonly entry: ImmutableMap | undefined;
    readonly onChange: (value: unknown) => void;
    /** Adds a file to the entry, and resolves to a blob: URL, which becomes the file name at saving. */
    readonly addFile: (file: File) => Promise<string>;
  }
  export interface PreviewProps {
    readonly entry: ImmutableMap;
    /** A file that is saved; its `url` is that of a blob once its bytes were read. */
    readonly getAsset: (path: string) => { readonly url: string; toBase64(): Promise<string> } | undefined;
    readonly document: Document;
  }
  /** Resolves to an item as the CMS has it now, without what is being typed; undefined if it is gone. */
  export type GetCollection = (name: string, slug: string) => Promise<ImmutableMap | undefined>;
  export interface SavingEvent {
    readonly entry: ImmutableMap;
    /** Given by a change to the source of the CMS, which gives it only to previews. */
    readonly getCollection: GetCollection;
  }
  type ComponentClass<Props> = new (props: Props) => import('react').Component<Props>;
  const CMS: {
    init(options: { readonly config: Readonly<Record<string, unknown>> }): Promise<void>;
    registerCustomFormat(
      name: string,
      extension: string,
      methods: {
        readonly fromFile: (text: string) => unknown;
        readonly toFile: (value: Readonly<Record<string, unknown>>) => string;
      },
    ): void;
    registerEventListener(listener: {
      readonly name: 'preSave';
      /** What it resolves to is saved; when it throws, nothing is. */
      readonly handler: (event: SavingEvent) => Promise<ImmutableMap>;
    }): void;
    registerFieldType(name: string, control: ComponentClass<ControlProps>): void;
    registerPreviewTemplate(name: string, component: ComponentClass<PreviewProps>): void;
    registerPreviewStyle(style: string, options: { readonly raw: boolean }): void;
  };
  export default CMS;
}
