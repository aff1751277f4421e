import { Component, type FunctionComponent, h } from 'preact';

/**
 * A component that is drawn again only when something it is handed has changed: while one slider
 * moves, most controls stand still.
 */
export function still<Props extends object>(draw: FunctionComponent<Props>) {
  return class Still extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const now = this.props as Readonly<Props>;
      const keys = Object.keys({ ...now, ...next }) as (keyof Props)[];
      return keys.some((key) => now[key] !== next[key]);
    }

    override render() {
      return h(draw, this.props as Props);
    }
  };
}
