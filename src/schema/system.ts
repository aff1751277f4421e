/** `systems/<id>.yaml`: what a person buys or builds; `systems-left-out.yaml`: what could not be listed. */
import { z } from 'zod';
import { count, Id, Notes, orUnknown, Sources, Text, When } from './common.ts';
import { quantity } from './quantity.ts';

const Price = z.strictObject({
  value: Text,
  /** List price, a shop's price, a second-hand price, or the sum of the parts in the notes. */
  kind: z.enum(['msrp', 'street', 'used', 'build-sum']),
  date: When,
});

const Mark = z.enum(['yes', 'no', 'open']);

/** What the guide's first form printed for one of its nine hardware configurations, as it stands. */
const Original = z.strictObject({
  configuration: z.string().regex(/^C[1-9]$/),
  cpu: Text,
  gpu: orUnknown(Text),
  /** What the two rates below were measured on. */
  computed_on: orUnknown(z.enum(['cpu', 'gpu'])),
  model: orUnknown(Text),
  model_size: quantity('memory'),
  model_size_note: Text.optional(),
  vram: quantity('memory').optional(),
  prompt_processing: quantity('tokenRate'),
  token_generation: quantity('tokenRate'),
  marks: z.strictObject({ uc1: Mark, uc2: Mark, uc3: Mark, uc4: Mark }),
  /** Its row in the table of system classes. */
  class_row: z.strictObject({
    cores: count(1024),
    ram_channels: count(96),
    ram: quantity('memory'),
    ram_bandwidth: quantity('bandwidth'),
    max_gpus: Text,
    max_vram: quantity('memory'),
    max_model: quantity('parameters'),
  }),
  /** Address of the measurement, where the guide links one. */
  measured_at: Text.optional(),
  /** Why a figure should not be taken at its word. */
  doubts: z.array(Text).optional(),
});

export const SystemSchema = z.strictObject({
  id: Id,
  name: Text,
  class: z.enum(['embedded', 'desktop', 'workstation', 'server']),
  /** Shape of the machine where the class does not tell. */
  form: z.enum(['board', 'mini', 'laptop', 'appliance', 'tower', 'rack', 'open-frame']),
  maker: Text,
  /** Id of the CPU or SoC. */
  host: orUnknown(Id),
  host_count: count(8).optional(),
  ram: quantity('memory'),
  ram_type: orUnknown(Text),
  ram_channels: orUnknown(count(96)),
  ram_speed: quantity('transfers'),
  ram_bandwidth: quantity('bandwidth'),
  gpus: z
    .array(
      z.strictObject({
        device: Id,
        count: count(16),
        link: orUnknown(
          z
            .string()
            .regex(
              /^(pcie[1-7]x(1|2|4|8|16)|nvlink|oculink)$/,
              'links are pcie4x16, nvlink or oculink',
            ),
        ),
      }),
    )
    .max(1),
  storage: orUnknown(Text),
  psu: quantity('power'),
  price: orUnknown(Price),
  /** Wall power unless a note says otherwise. */
  idle: quantity('power'),
  load_llm: quantity('power'),
  load_max: quantity('power'),
  noise: quantity('sound'),
  os: orUnknown(Text),
  original: Original.optional(),
  notes: Notes,
  sources: Sources,
});

export type System = z.infer<typeof SystemSchema>;

export const LeftOutSchema = z.array(z.strictObject({ id: Id, name: Text, reason: Text }));

export type LeftOutSystem = z.infer<typeof LeftOutSchema>[number];
