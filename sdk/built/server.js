// sdk/server/decision-error.ts
var e = class extends Error {
	status;
	code;
	constructor(e, { status: t, code: n, cause: r } = {}) {
		super(e, { cause: r }), this.name = "DecisionError", this.status = t, this.code = n;
	}
}, t = class extends Error {
	why;
	retryAfter;
	constructor(e, t, { retryAfter: n, cause: r }) {
		super(t, { cause: r }), this.name = "Unanswered", this.why = e, this.retryAfter = n;
	}
}, n = 2e5, r = 40;
async function i(e, n, i) {
	let o = AbortSignal.timeout(e.timeout), s = performance.now() + e.timeout, c = JSON.stringify(i), l = crypto.randomUUID();
	for (let i = 0;; i += 1) try {
		return await a(e, n, {
			text: c,
			key: l
		}, o);
	} catch (n) {
		if (!(n instanceof t) || n.why === "timeout" || i >= e.retries) throw n;
		let a = Math.max(n.retryAfter ?? 0, r * 2 ** i * (.5 + Math.random() / 2));
		if (performance.now() + a >= s) throw n;
		await new Promise((e) => {
			setTimeout(e, a);
		});
	}
}
async function a({ fetch: t, authorization: n }, r, { text: i, key: a }, l) {
	let { status: u, headers: d, text: f } = await o(async () => t(r, {
		method: "POST",
		body: i,
		redirect: "error",
		signal: l,
		headers: {
			"content-type": "application/json",
			accept: "application/json",
			authorization: await n(),
			"idempotency-key": a
		}
	}));
	if (u === 200) return s(f) ?? c("protocol", "the answer is no JSON");
	let p = Number(d.get("retry-after") ?? NaN), m = Number.isFinite(p) ? p * 1e3 : void 0;
	u === 429 && c("limited", "the server answered 429", { retryAfter: m }), u >= 500 && c("unavailable", `the server answered ${u}`, { retryAfter: m });
	let { code: h, title: g, faults: _ } = Object(s(f));
	throw new e(`The question was refused (${u} ${h ?? ""}): ${[g, ...(_ ?? []).map(({ at: e, problem: t }) => `${e} ${t}`)].join("; ")}`, {
		status: u,
		...h === void 0 ? {} : { code: h }
	});
}
async function o(t) {
	try {
		let e = await t();
		return {
			status: e.status,
			headers: e.headers,
			text: (await e.text()).slice(0, n)
		};
	} catch (t) {
		if (t instanceof e) throw t;
		let n = ["TimeoutError", "AbortError"].includes(t.name);
		return c(n ? "timeout" : "network", n ? "no answer in time" : "the server could not be reached", { cause: t });
	}
}
function s(e) {
	try {
		return JSON.parse(e);
	} catch {
		return;
	}
}
function c(e, n, r = {}) {
	throw new t(e, n, r);
}
// sdk/server/decision.ts
function l(e) {
	if (typeof e != "object" || !e) return;
	let { decision: t, context: n } = e;
	if (typeof t != "boolean") return;
	let { id: r, reason_admin: i, reason_user: a, error: o, ...s } = Object(n ?? {}), c = Array.isArray(i?.codes) ? i.codes : typeof o?.code == "string" ? [o.code] : [], l = {
		...typeof r == "string" ? { id: r } : {},
		codes: c.filter((e) => typeof e == "string"),
		...u(a),
		withoutServer: !1
	};
	if (t) return {
		...l,
		kind: "permit"
	};
	let p = d(s);
	if (p) return {
		...l,
		kind: "step-up",
		stepUp: p
	};
	let m = f(s.delay_until);
	if (m) return {
		...l,
		kind: "wait",
		until: m,
		for: "delay"
	};
	let h = f(s.review_until);
	return h ? {
		...l,
		kind: "wait",
		until: h,
		for: "review"
	} : {
		...l,
		kind: "deny"
	};
}
function u(e) {
	let t = Object.entries(typeof e == "object" && e ? e : {}).filter((e) => typeof e[1] == "string"), n = Object.fromEntries(t);
	return {
		...n.en === void 0 ? {} : { words: n.en },
		...t.length === 0 ? {} : { wordsIn: n }
	};
}
function d({ acr_values: e, max_age: t, prompt: n, authorization_details: r }) {
	if (typeof e == "string" && e !== "") return {
		acrValues: e,
		...typeof t == "number" ? { maxAge: t } : {},
		...n === "login" ? { prompt: n } : {},
		...Array.isArray(r) ? { authorizationDetails: r } : {}
	};
}
function f(e) {
	let t = typeof e == "string" ? new Date(e) : void 0;
	return t && !Number.isNaN(t.getTime()) ? t : void 0;
}
function p({ acrValues: e, maxAge: t, prompt: n, authorizationDetails: r }) {
	return {
		acr_values: e,
		...t === void 0 ? {} : { max_age: String(t) },
		...n ? { prompt: n } : {},
		...r ? { authorization_details: JSON.stringify(r) } : {}
	};
}
// sdk/server/question.ts
function m({ subject: e, action: t, resource: n, transaction: r, clientAddress: i }) {
	let { type: a, id: o, properties: s } = n, c = {
		...s,
		...r
	};
	return {
		subject: "session" in e ? {
			type: "session",
			id: e.session
		} : {
			type: "access_token",
			id: e.accessToken
		},
		action: { name: t },
		resource: {
			type: a,
			id: o,
			...Object.keys(c).length > 0 ? { properties: c } : {}
		},
		...i === void 0 ? {} : { context: { client_address: i } }
	};
}
// sdk/server/decisions.ts
var h = {
	timeout: 3e4,
	retries: 5,
	questions: 50
};
function g(n) {
	let { timeout: r = 2e3, retries: a = 2, whenUnanswered: o, onUnanswered: s } = n, c = new URL(n.server);
	if (!(r > 0 && r <= h.timeout)) throw new e(`timeout is above 0 and at most ${h.timeout} ms`);
	if (!(Number.isSafeInteger(a) && a >= 0 && a <= h.retries)) throw new e(`retries are 0 to ${h.retries}`);
	if (Object.values(o).some((e) => e !== "permit" && e !== "deny")) throw new e("whenUnanswered says permit or deny for each action");
	let u = {
		fetch: n.fetch ?? ((...e) => fetch(...e)),
		timeout: r,
		retries: a,
		authorization: b(n.credentials)
	}, d = (e) => new URL(e, c);
	function f(t) {
		if (!Object.hasOwn(o, t)) throw new e(`whenUnanswered says nothing about ${t}`);
		return o[t];
	}
	function p(e, t) {
		let n = t.why === "limited" ? "deny" : f(e);
		return s?.({
			action: e,
			why: t.why,
			done: n,
			error: t
		}), {
			kind: n,
			codes: [`unanswered-${t.why}`],
			withoutServer: !0
		};
	}
	return {
		evaluate: async (e) => {
			f(e.action);
			try {
				return l(await i(u, d("/access/v1/evaluation"), m(e))) ?? _();
			} catch (n) {
				if (n instanceof t) return p(e.action, n);
				throw n;
			}
		},
		evaluations: async (n, r = "execute_all") => {
			for (let { action: e } of n) f(e);
			if (n.length > h.questions) throw new e(`${n.length} questions are more than ${h.questions}`);
			if (n.length === 0) return [];
			try {
				return v(await i(u, d("/access/v1/evaluations"), {
					evaluations: n.map(m),
					options: { evaluations_semantic: r }
				}), n, r, p);
			} catch (e) {
				if (e instanceof t) return y(r, n.map(({ action: t }) => p(t, e)));
				throw e;
			}
		},
		label: async ({ id: n, source: r, verdict: a, reference: o }) => {
			try {
				let e = await i(u, d(`/access/v1/decisions/${encodeURIComponent(n)}/labels`), {
					source: r,
					verdict: a,
					reference: o
				}), { outcome: t } = Object(e);
				return t === "recorded" || t === "known" ? t : _();
			} catch (n) {
				throw n instanceof t ? new e("The label was not taken: send it again later", { cause: n }) : n;
			}
		}
	};
}
function _() {
	throw new t("protocol", "the answer is no decision", {});
}
function v(e, n, r, i) {
	let { evaluations: a } = Object(e);
	if (!Array.isArray(a) || a.length > n.length) return _();
	let o = a.map((e, r) => {
		let { context: a } = Object(e), o = Number(a?.error?.status ?? 0);
		return o === 429 || o >= 500 ? i(n[r].action, new t(o === 429 ? "limited" : "unavailable", `the server answered ${o}`, {})) : l(e) ?? _();
	});
	return r === "execute_all" && o.length < n.length && _(), y(r, o);
}
function y(e, t) {
	let n = t.findIndex(({ kind: t }) => e === "deny_on_first_deny" ? t !== "permit" : e === "permit_on_first_permit" && t === "permit");
	return n === -1 ? t : t.slice(0, n + 1);
}
function b(e) {
	if ("token" in e) return async () => `Bearer ${await e.token()}`;
	let [t, n] = [e.clientId, e.clientSecret].map((e) => encodeURIComponent(e).replaceAll("%20", "+")), r = `Basic ${Buffer.from(`${t}:${n}`).toString("base64")}`;
	return async () => r;
}
// sdk/server/guard.ts
async function x({ decisions: e, action: t, about: n }, r) {
	let i = await n(r);
	if (!i) return {
		permitted: !1,
		refusal: w
	};
	let a = await e.evaluate({
		...i,
		action: t
	});
	return a.kind === "permit" ? {
		permitted: !0,
		decision: a
	} : {
		permitted: !1,
		refusal: T(a)
	};
}
var S = (e, t, n, r = {}) => ({
	type: `urn:limen:refusal:${t}`,
	title: n,
	status: e,
	code: t,
	...r
}), C = (e) => ({
	"content-type": "application/problem+json",
	"cache-control": "no-store",
	...e
}), w = {
	decision: void 0,
	status: 401,
	headers: C({ "www-authenticate": "Bearer" }),
	body: S(401, "not-signed-in", "Nobody is signed in")
};
function T(e) {
	let { codes: t, id: n } = e, r = {
		...n === void 0 ? {} : { decision: n },
		codes: t
	};
	if (e.kind === "step-up") return {
		decision: e,
		status: 401,
		headers: C({ "www-authenticate": E(e.stepUp) }),
		body: S(401, "insufficient-user-authentication", "The person has to confirm this", {
			...r,
			step_up: D(e.stepUp)
		})
	};
	if (e.withoutServer) return {
		decision: e,
		status: 503,
		headers: C({ "retry-after": "5" }),
		body: S(503, "unanswered", "Nobody could say whether this may be done", r)
	};
	if (e.kind === "wait") {
		let t = e.until.toISOString();
		return {
			decision: e,
			status: 403,
			headers: C({}),
			body: S(403, e.for, "This has to wait", {
				...r,
				until: t
			})
		};
	}
	return {
		decision: e,
		status: 403,
		headers: C({}),
		body: S(403, "denied", "This is not possible now", r)
	};
}
function E({ acrValues: e, maxAge: t, prompt: n }) {
	let r = n === "login" ? 0 : t;
	return `Bearer ${[
		"error=\"insufficient_user_authentication\"",
		"error_description=\"the person has to confirm this\"",
		`acr_values="${e.replace(/[^\x21\x23-\x5b\x5d-\x7e ]/g, "")}"`,
		...r === void 0 ? [] : [`max_age="${Math.floor(r)}"`]
	].join(", ")}`;
}
function D({ acrValues: e, maxAge: t, prompt: n, authorizationDetails: r }) {
	return {
		acr_values: e,
		...t === void 0 ? {} : { max_age: t },
		...n ? { prompt: n } : {},
		...r ? { authorization_details: r } : {}
	};
}
function O({ status: e, headers: t, body: n }) {
	return new Response(JSON.stringify(n), {
		status: e,
		headers: t
	});
}
var k = /* @__PURE__ */ new WeakMap();
function A(e, t) {
	k.set(e, t);
}
function j(e) {
	return k.get(e);
}
// sdk/server/express.ts
function M(e) {
	return (t, n, r) => {
		x(e, t).then((i) => {
			if (i.permitted) return A(t, i.decision), r();
			let { refusal: a } = i;
			return e.refuse ? e.refuse(a, t, n) : n.status(a.status).set({ ...a.headers }).send(JSON.stringify(a.body));
		}).catch(r);
	};
}
// sdk/server/fastify.ts
function N(e) {
	return async (t, n) => {
		let r = await x(e, t);
		if (r.permitted) return A(t, r.decision);
		let { refusal: i } = r;
		return e.refuse ? await e.refuse(i, t, n) : (n.code(i.status), n.headers({ ...i.headers }), n.send(JSON.stringify(i.body))), n;
	};
}
// sdk/server/hono.ts
function P(e) {
	return async (t, n) => {
		let r = await x(e, t);
		if (!r.permitted) return (e.refuse ?? O)(r.refusal, t);
		A(t, r.decision), await n();
	};
}
// sdk/server/next.ts
function F(e, t) {
	return async (n, ...r) => {
		let i = await x({
			...e,
			about: (t) => e.about(t.clone())
		}, n);
		return i.permitted ? (A(n, i.decision), t(n, ...r)) : (e.refuse ?? O)(i.refusal, n);
	};
}
export { e as DecisionError, E as challengeOf, g as createDecisions, j as decisionOf, M as guardExpress, N as guardFastify, P as guardHono, F as guardRoute, x as judge, O as responseOf, p as stepUpParameters };
