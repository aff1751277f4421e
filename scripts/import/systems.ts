/** systems.csv → systems in the guide's four classes. */
import {
  compact,
  NOT_SEEN,
  notesOf,
  type Row,
  sourcesOf,
  text,
  type Written,
  whole,
  written,
} from './text.ts';

/** Plain names of the table that are devices of the catalogue under another id. */
const HOSTS: Record<string, string> = {
  BCM2712: 'raspberry-pi-5-16gb',
  'CIX P1': 'cix-p1',
  'Celeron G5905': 'celeron-g5905',
  'Core 2 Quad Q8400': 'core-2-quad-q8400',
  'Ampere Altra': 'ampere-altra-max-m128-30',
};

const UNSTATED: Record<string, string> = {
  'Xeon 6': 'a Xeon 6, model not stated',
};

const FORMS: Record<string, string> = {
  sbc: 'board',
  embedded: 'board',
  'mini-pc': 'mini',
  laptop: 'laptop',
  appliance: 'appliance',
  desktop: 'tower',
  workstation: 'tower',
  server: 'rack',
};

const OWN_FORM: Record<string, string> = {
  'rig-4x-rtx-3090': 'open-frame',
  'hp-z2-mini-g1a-128gb': 'mini',
};

/**
 * The guide's classes: embedded is one chip with its graphics, desktop takes a card or two,
 * workstation and server more memory channels and cards.
 */
function classOf(row: Row): string {
  const cards = Number(row.gpu_count || 0);
  if (row.class === 'appliance') return cards > 0 ? 'server' : 'embedded';
  if (row.class === 'laptop' || row.class === 'mini-pc') return cards > 0 ? 'desktop' : 'embedded';
  if (row.class === 'sbc') return 'embedded';
  return row.class ?? '';
}

function formOf(row: Row): string {
  const studio = row.id?.startsWith('mac-studio') ? 'mini' : undefined;
  return OWN_FORM[row.id ?? ''] ?? studio ?? FORMS[row.class ?? ''] ?? 'tower';
}

function host(row: Row): string | { unknown: string } {
  const cell = row.cpu_or_soc_id ?? '';
  if (cell === '') return { unknown: 'the source names no CPU' };
  const reason = UNSTATED[cell];
  return reason ? { unknown: reason } : (HOSTS[cell] ?? cell);
}

function price(row: Row): unknown {
  if (!row.price) return { unknown: 'no price found in a source' };
  return {
    value: `${row.price.replace(/\.0+$/, '')} ${row.currency}`,
    kind: row.price_kind,
    date: row.price_date,
  };
}

function gpus(row: Row): unknown[] {
  if (!row.gpu_id) return [];
  const link = row.gpu_link || { unknown: 'the source does not tell how the card is attached' };
  return [{ device: row.gpu_id, count: Number(row.gpu_count || 1), link }];
}

function watts(row: Row): Record<string, Written> {
  const reason = 'no measurement seen in a source';
  return {
    idle: written(row.idle_w, 'W', reason),
    load_llm: written(row.load_w_llm, 'W', reason),
    load_max: written(row.load_w_max, 'W', reason),
    noise: written(row.noise_dba, 'dBA', reason),
  };
}

function memory(row: Row): Record<string, unknown> {
  const unified = row.cpu_or_soc_id?.startsWith('apple')
    ? 'Apple publishes the bandwidth only'
    : NOT_SEEN;
  return {
    ram: written(row.ram_gb, 'GB', 'the source does not tell'),
    ram_type: text(row.ram_type, NOT_SEEN),
    ram_channels: whole(row.ram_channels, unified),
    ram_speed: written(row.ram_mts, 'MT/s', unified),
    ram_bandwidth: written(row.ram_bandwidth_gbs, 'GB/s', NOT_SEEN),
  };
}

export function system(
  row: Row,
  sourcesOfDevice: (id: string) => string[],
): Record<string, unknown> & { id: string } {
  const fallback = sourcesOfDevice(row.gpu_id || row.cpu_or_soc_id || '');
  return compact({
    id: row.id ?? '',
    name: row.name,
    class: classOf(row),
    form: formOf(row),
    maker: row.maker,
    host: host(row),
    host_count: row.id?.startsWith('dual-') ? 2 : undefined,
    ...memory(row),
    gpus: gpus(row),
    storage: text(row.storage, 'the source does not tell'),
    psu: written(row.psu_w, 'W', 'the source does not tell'),
    price: price(row),
    ...watts(row),
    os: text(row.os, 'the source does not tell'),
    notes: notesOf(row.notes),
    sources: sourcesOf(row.source_url ?? '', fallback),
  });
}
