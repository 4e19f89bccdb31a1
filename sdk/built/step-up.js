// sdk/src/sign-in-error.ts
var e = class extends Error {
	kind;
	code;
	retryAfter;
	constructor(e, t, n = {}) {
		super(t, { cause: n.cause }), this.name = "SignInError", this.kind = e, this.code = n.code, this.retryAfter = n.retryAfter;
	}
};
// sdk/src/ask.ts
async function t({ fetch: t, timeout: n, locale: r }, i, a = {}) {
	let o = await t(i, {
		credentials: "omit",
		redirect: "error",
		cache: "no-store",
		referrerPolicy: "no-referrer",
		signal: AbortSignal.timeout(n),
		...a,
		headers: {
			accept: "application/json",
			...r ? { "accept-language": r } : {},
			...a.headers
		}
	}).catch((t) => {
		let n = t.name === "TimeoutError";
		throw new e(n ? "timeout" : "network", n ? "No answer in time." : "The server could not be reached.", { cause: t });
	}), s = await o.json().catch(() => void 0);
	if (o.status === 429 || o.status === 503) {
		let { error: t } = Object(s);
		throw new e("throttled", "Too much was asked at once.", {
			code: t,
			retryAfter: Number(o.headers.get("retry-after") ?? 5)
		});
	}
	if (o.status >= 500) throw new e("network", "Something failed at the server.", { code: Object(s).code });
	if (typeof s != "object" || !s) throw new e("protocol", `The answer (${o.status}) is no JSON object.`);
	return {
		status: o.status,
		body: s
	};
}
async function n(e, n, r, i) {
	let a = Object.entries(i).filter((e) => e[1] !== void 0);
	return t(e, r, {
		method: "POST",
		body: new URLSearchParams(a),
		headers: { dpop: await n("POST", r) }
	});
}
// sdk/src/proof.ts
var r = {
	name: "ECDSA",
	namedCurve: "P-256"
}, i = (e) => btoa(String.fromCharCode(...new Uint8Array(e))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, ""), a = (e) => new TextEncoder().encode(e), o = async (e) => i(await crypto.subtle.digest("SHA-256", a(e))), s = (e = 32) => i(crypto.getRandomValues(new Uint8Array(e)));
async function c(e) {
	let t = await e.get("key"), n = t ?? await crypto.subtle.generateKey(r, !1, ["sign", "verify"]);
	t || await e.set("key", n);
	let { kty: c, crv: l, x: u, y: d } = await crypto.subtle.exportKey("jwk", n.publicKey), f = i(a(JSON.stringify({
		typ: "dpop+jwt",
		alg: "ES256",
		jwk: {
			kty: c,
			crv: l,
			x: u,
			y: d
		}
	})));
	return async (e, t, r) => {
		let { origin: c, pathname: l } = new URL(t), u = {
			htm: e,
			htu: `${c}${l}`,
			jti: s(16),
			iat: Math.floor(Date.now() / 1e3),
			...r === void 0 ? {} : { ath: await o(r) }
		}, d = `${f}.${i(a(JSON.stringify(u)))}`;
		return `${d}.${i(await crypto.subtle.sign({
			name: "ECDSA",
			hash: "SHA-256"
		}, n.privateKey, a(d)))}`;
	};
}
// sdk/src/store.ts
function l() {
	let e = /* @__PURE__ */ new Map();
	return {
		get: async (t) => e.get(t),
		set: async (t, n) => {
			e.set(t, n);
		},
		remove: async (t) => {
			e.delete(t);
		}
	};
}
function u(e = "limen") {
	let t = "kept", n, r = () => n ??= i();
	function i() {
		let n = indexedDB.open(e, 1);
		return n.addEventListener("upgradeneeded", () => {
			n.result.createObjectStore(t);
		}), d(n);
	}
	let a = async (e) => (await r()).transaction(t, e).objectStore(t);
	return {
		get: async (e) => d((await a("readonly")).get(e)),
		set: async (e, t) => {
			await d((await a("readwrite")).put(t, e));
		},
		remove: async (e) => {
			await d((await a("readwrite")).delete(e));
		}
	};
}
function d(e) {
	return new Promise((t, n) => {
		e.addEventListener("success", () => t(e.result)), e.addEventListener("error", () => n(e.error));
	});
}
// sdk/src/tokens.ts
function f({ status: t, body: n }, r) {
	if (t !== 200) throw new e("refused", n.error_description ?? "No tokens were given.", { code: n.error });
	if (typeof n.access_token != "string" || n.token_type !== "DPoP") throw new e("protocol", "The token is not bound to the key.");
	return r && n.id_token !== void 0 && p(n.id_token, r), {
		accessToken: n.access_token,
		expiresIn: Number(n.expires_in),
		scope: n.scope ?? "",
		...n.id_token ? { idToken: n.id_token } : {},
		...n.refresh_token ? { refreshToken: n.refresh_token } : {}
	};
}
function p(t, { issuer: n, clientId: r, nonce: i }) {
	let a = h(t);
	if (!(a.iss === n && [a.aud].flat().includes(r) && a.nonce === i && Number(a.exp) * 1e3 > Date.now() - 6e4)) throw new e("protocol", "The ID token is not the answer to this sign-in.");
}
function m(t) {
	let { sub: n } = h(t);
	if (typeof n != "string") throw new e("protocol", "The ID token names nobody.");
	return n;
}
function h(t) {
	try {
		let e = Uint8Array.from(atob(t.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")), (e) => e.charCodeAt(0));
		return Object(JSON.parse(new TextDecoder().decode(e)));
	} catch (t) {
		throw new e("protocol", "The ID token cannot be read.", { cause: t });
	}
}
// sdk/src/step-up.ts
var g = [
	"acr_values",
	"max_age",
	"prompt",
	"authorization_details"
];
async function _(e) {
	if (e.status !== 401) return;
	let { step_up: t } = Object(await e.clone().json().catch(() => void 0));
	if (typeof t?.acr_values == "string") return Object.fromEntries(g.filter((e) => t[e] !== void 0).map((e) => [e, typeof t[e] == "object" ? JSON.stringify(t[e]) : String(t[e])]));
	let n = e.headers.get("www-authenticate") ?? "";
	if (/\berror="insufficient_user_authentication"/.test(n)) return Object.fromEntries([...n.matchAll(/\b(acr_values|max_age)="([^"\\]*)"/g)].map(([, e, t]) => [e, t]));
}
function v(t) {
	let { issuer: r, clientId: i, redirectUri: a, scope: l = "openid", store: d = u() } = t, { go: p = (e) => {
		location.assign(e);
	}, here: h = () => location.href } = t, g = {
		fetch: t.fetch ?? ((...e) => fetch(...e)),
		timeout: t.timeout ?? 15e3,
		locale: void 0
	}, v = `step-up ${r} ${i}`;
	return {
		begin: async (e, { returnTo: t = h(), idToken: n } = {}) => {
			let c = await _(e);
			if (!c) return !1;
			let { authorize: u } = await b(g, r), f = {
				state: s(),
				verifier: s(),
				nonce: s(16),
				returnTo: y(t, h()),
				...n === void 0 ? {} : { subject: m(n) }
			};
			await d.set(v, f);
			let x = new URL(u);
			for (let [e, t] of Object.entries({
				...c,
				response_type: "code",
				client_id: i,
				redirect_uri: a,
				scope: l,
				state: f.state,
				nonce: f.nonce,
				code_challenge: await o(f.verifier),
				code_challenge_method: "S256",
				...n === void 0 ? {} : { id_token_hint: n }
			})) x.searchParams.set(e, t);
			return p(x.href), !0;
		},
		finish: async () => {
			let { searchParams: t } = new URL(h()), o = await d.get(v);
			if (!o || t.get("state") !== o.state) return;
			if (await d.remove(v), t.get("iss") !== r) throw new e("protocol", "The answer is another issuer's.");
			let s = t.get("code");
			if (s === null) throw new e("refused", t.get("error_description") ?? "It was not confirmed.", { code: t.get("error") ?? void 0 });
			let { token: l } = await b(g, r), u = f(await n(g, await c(d), l, {
				grant_type: "authorization_code",
				client_id: i,
				redirect_uri: a,
				code: s,
				code_verifier: o.verifier
			}), {
				issuer: r,
				clientId: i,
				nonce: o.nonce
			});
			if (o.subject !== void 0 && (u.idToken === void 0 || m(u.idToken) !== o.subject)) throw new e("refused", "Somebody else confirmed it.");
			return {
				tokens: u,
				returnTo: o.returnTo
			};
		}
	};
}
function y(t, n) {
	let { origin: r, href: i } = new URL(t, n);
	if (r !== new URL(n).origin) throw new e("protocol", "returnTo is an address of this origin.");
	return i;
}
async function b(n, r) {
	let { status: i, body: a } = await t(n, `${r.replace(/\/$/, "")}/.well-known/openid-configuration`), o = {
		authorize: a.authorization_endpoint,
		token: a.token_endpoint
	}, s = Object.values(o).every((e) => typeof e == "string" && new URL(e).origin === new URL(r).origin);
	if (i !== 200 || a.issuer !== r || !s) throw new e("protocol", "This issuer is not the one that was asked for.");
	return o;
}
export { e as SignInError, u as browserStore, v as createStepUp, l as memoryStore, _ as stepUpIn };
