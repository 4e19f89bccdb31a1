/** Whom a question is about, named by what only they can have given to this application. */
export type Subject = {
	readonly session: string;
} | {
	readonly accessToken: string;
};
/** What moves: the person sees it before they confirm, and a yes is for nothing else. */
export interface Transaction {
	/** Decimal text, such as `"12.50"`; a number where nothing is lost by it. */
	readonly amount: string | number;
	/** ISO 4217, such as `EUR`. */
	readonly currency: string;
	readonly payee?: string;
}
export interface Question<Action extends string = string> {
	readonly subject: Subject;
	readonly action: Action;
	readonly resource: {
		readonly type: string;
		readonly id: string;
		/** Belongs to the question: a yes to one is no yes to another. Send digests of what nobody else has to know. */
		readonly properties?: Readonly<Record<string, unknown>>;
	};
	readonly transaction?: Transaction;
	/** Where the person's own request comes from, past your proxies. It may raise the risk, and never lowers it. */
	readonly clientAddress?: string;
}
/** As AuthZEN's Authorization API 1.0 §6.1 has it. */
export declare function wireOf({ subject, action, resource, transaction, clientAddress }: Question): Record<string, unknown>;
