import { Component, createElement, type ReactElement } from 'react';

/** A part of the page that is made of plain DOM, and that is told of new props. */
export interface MountedPart<Props> {
  readonly update: (props: Props) => void;
  readonly destroy?: () => void;
  /** Whether the value may be saved, with the message for its editor if not. */
  readonly isValid?: () => true | { readonly error: { readonly message: string } };
}

/** A React component for the CMS that leaves its element to `mount`. */
export function domComponent<Props>(mount: (host: HTMLElement, props: Props) => MountedPart<Props>) {
  return class extends Component<Props> {
    #host: HTMLElement | null = null;
    #part: MountedPart<Props> | undefined;

    override componentDidMount(): void {
      if (this.#host) this.#part = mount(this.#host, this.props);
    }

    override componentDidUpdate(): void {
      this.#part?.update(this.props);
    }

    override componentWillUnmount(): void {
      this.#part?.destroy?.();
    }

    override render(): ReactElement {
      return createElement('div', {
        ref: (host: HTMLElement | null) => {
          this.#host = host;
        },
      });
    }
  };
}
