/** One entry of the header's menu. A new room of the site adds its line here. */
export interface NavigationItem {
  readonly label: string;
  /** Root-relative, with a closing slash; the base is added when it is drawn. */
  readonly path: `/${string}/`;
}

export const navigation: readonly NavigationItem[] = [
  { label: 'Guide', path: '/guide/' },
  { label: 'Matrix', path: '/matrix/' },
  { label: 'Configure', path: '/configure/' },
  { label: 'Plan', path: '/plan/' },
  { label: 'Compare', path: '/compare/' },
  { label: 'Costs', path: '/costs/' },
  { label: 'Systems', path: '/systems/' },
  { label: 'Devices', path: '/devices/' },
  { label: 'Models', path: '/models/' },
  { label: 'Benchmarks', path: '/benchmarks/' },
  { label: 'Method', path: '/method/' },
];

/** Links of the footer, for what readers look for last. */
export const footerNavigation: readonly NavigationItem[] = [
  { label: 'Calculators', path: '/calculators/' },
  { label: 'Use cases', path: '/use-cases/' },
  { label: 'Glossary', path: '/glossary/' },
  { label: 'Resources', path: '/resources/' },
  { label: 'Data', path: '/data/' },
  { label: 'Sources', path: '/sources/' },
  { label: 'Changelog', path: '/changelog/' },
  { label: 'Licence', path: '/licence/' },
];
