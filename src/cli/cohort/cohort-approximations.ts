import {
  adaptiveQuadrature,
  type CohortApproximation,
  type HamiltonianOptions,
  hamiltonian,
  iteratedLaplace,
  laplace,
} from "../../cohort/index.ts";

/** One choice of `--approximation`. */
export interface ApproximationChoice {
  name: string;
  /** Whether chains are drawn, which have numbers of their own. */
  draws: boolean;
  of(options: HamiltonianOptions): CohortApproximation;
}

/** Every approximation, the default first. */
export const cohortApproximations: readonly ApproximationChoice[] = [
  { name: "iterated-laplace", draws: false, of: () => iteratedLaplace },
  { name: "laplace", draws: false, of: () => laplace },
  { name: "gauss-hermite", draws: false, of: () => adaptiveQuadrature() },
  { name: "posterior", draws: true, of: hamiltonian },
];
