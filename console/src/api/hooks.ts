import {
  keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './call.ts';
import type { Answer, Input, Operation } from './operations.ts';
import { Problem } from './problem.ts';

/** What failed because of what was asked fails again; only a server that did not answer is asked once more. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000, refetchOnWindowFocus: true,
      retry: (count, error) => count < 1 && !(error instanceof Problem && error.status > 0 && error.status < 500),
    },
  },
});

interface AskOptions {
  /** False while what is asked for is not known yet. */
  readonly enabled?: boolean;
  /** Shows the page before until the next one is here, so that nothing jumps. */
  readonly keep?: boolean;
  readonly staleTime?: number;
}

/** Reads from the admin API; the same question is asked once, whoever asks. */
export function useAsk<Name extends Operation>(
  operation: Name, input: Input<Name>, { enabled = true, keep = false, staleTime }: AskOptions = {},
): UseQueryResult<Answer<Name>, Problem> {
  return useQuery<Answer<Name>, Problem>({
    queryKey: [operation, input], enabled, queryFn: ({ signal }) => call(operation, input, signal),
    ...(keep ? { placeholderData: keepPreviousData } : {}), ...(staleTime === undefined ? {} : { staleTime }),
  });
}

/** Acts by the admin API, then has everything in `touches` read anew. */
export function useAct<Name extends Operation>(
  operation: Name, touches: readonly Operation[] = [],
): UseMutationResult<Answer<Name>, Problem, Input<Name>> {
  const client = useQueryClient();
  return useMutation<Answer<Name>, Problem, Input<Name>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: () => Promise.all(touches.map((each) => client.invalidateQueries({ queryKey: [each] }))),
  });
}
