/**
 * Tokens accepted per verification by speculative decoding.  [tokens]
 *
 *   (1 − α^(γ+1)) / (1 − α),   α acceptance rate, γ drafted tokens
 *
 * Domain: 0 ≤ α ≤ 1 (γ + 1 at α = 1), γ ≥ 0.
 * Source: leviathan-2023 (sources.yaml).
 */
export const acceptedTokens = (acceptance: number, drafted: number): number =>
  acceptance === 1 ? drafted + 1 : (1 - acceptance ** (drafted + 1)) / (1 - acceptance);

/**
 * Speed-up of speculative decoding.  [1]
 *
 *   accepted / (γ · c + v)
 *
 * `draftCost` c: a draft step over a target step. `verifyCost` v ≥ 1: a step of γ + 1 tokens over a
 * step of one; about 1 for dense models bound by memory, more for mixtures of experts.
 */
export const speculativeSpeedUp = (o: {
  acceptance: number;
  drafted: number;
  draftCost: number;
  verifyCost?: number;
}): number =>
  acceptedTokens(o.acceptance, o.drafted) / (o.drafted * o.draftCost + (o.verifyCost ?? 1));
