const isSitePath = (value) =>
  typeof value === 'string' && value.startsWith('/') && !value.startsWith('//');

const withPrefix = (prefix, value) =>
  isSitePath(value) && !value.startsWith(`${prefix}/`) ? prefix + value : value;

function prefixNode(prefix, node) {
  if (node.type === 'element') {
    for (const key of ['href', 'src']) {
      if (node.properties?.[key]) node.properties[key] = withPrefix(prefix, node.properties[key]);
    }
  } else if (node.type?.startsWith('mdxJsx') && /^[a-z]/.test(node.name ?? '')) {
    // Components (capital letter) prefix their own links.
    for (const attribute of node.attributes) {
      if (['href', 'src'].includes(attribute.name)) {
        attribute.value = withPrefix(prefix, attribute.value);
      }
    }
  }
  for (const child of node.children ?? []) prefixNode(prefix, child);
}

/**
 * Astro prefixes its own assets with BASE but leaves an author's `/guide/` alone: this adds it.
 * @param {string} prefix without a closing slash; '' at the root
 */
export const rehypeBase = (prefix) => () => (tree) => {
  if (prefix) prefixNode(prefix, tree);
};
