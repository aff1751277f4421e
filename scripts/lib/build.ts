// `node scripts/lib/build.ts [folder]`: builds the site and prints warnings and errors only.
import { build } from 'astro';

const [folder] = process.argv.slice(2);
await build({ logLevel: 'warn', ...(folder ? { outDir: folder } : {}) });
