/** How much of its bandwidth each machine turns into tokens of one and the same file. */
import type { BarListProps } from '../charts/BarList.tsx';
import { linearScale } from '../charts/scale.ts';
import { evidence } from './evidence.ts';
import { formatBandwidth, formatPercent, formatRate } from './format.ts';
import { deviceById, modelById, quantizationById } from './guide-data.ts';

interface Request {
  model: string;
  quant: string;
  /** Devices separated by spaces, in the order to show. */
  hw: string;
}

/** Measured TG over the original's BW / S. @throws where a device was not measured with this file. */
export function bandwidthShares({ model, quant, hw }: Request): BarListProps {
  const file = `${modelById(model).name} ${quantizationById(quant).name}`;
  const found = hw
    .trim()
    .split(/\s+/)
    .map((id) => {
      const hits = evidence('tg').filter(
        ({ row, original }) =>
          row.deviceId === id && row.modelId === model && row.quantizationId === quant && original,
      );
      const best = hits.sort((a, b) => b.measured - a.measured)[0];
      if (!best?.original) throw new Error(`${id} was not measured with ${model} ${quant}`);
      return {
        device: deviceById(id),
        measured: best.measured,
        share: best.measured / best.original,
      };
    });
  return {
    id: `shares-${model}`.replace(/\W/g, '-'),
    title: 'Share of the bandwidth that becomes tokens',
    description: `Measured speed with ${file} over the original’s formula. If the formula were right, every bar would be full.`,
    scale: linearScale([0, 1]),
    rows: found.map(({ device, measured, share }) => ({
      id: device.id,
      name: device.name,
      value: share,
      text: formatPercent(share),
      rangeText: `${formatRate(measured)} at ${formatBandwidth(device.bandwidthBytesPerSecond ?? 0)}`,
    })),
  };
}
