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
	let a = m(t);
	if (!(a.iss === n && [a.aud].flat().includes(r) && a.nonce === i && Number(a.exp) * 1e3 > Date.now() - 6e4)) throw new e("protocol", "The ID token is not the answer to this sign-in.");
}
function m(t) {
	try {
		let e = Uint8Array.from(atob(t.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")), (e) => e.charCodeAt(0));
		return Object(JSON.parse(new TextDecoder().decode(e)));
	} catch (t) {
		throw new e("protocol", "The ID token cannot be read.", { cause: t });
	}
}
// sdk/src/sign-in.ts
function h(t) {
	let { issuer: r, clientId: i, scope: a = "openid", store: l = u() } = t, d = {
		fetch: t.fetch ?? ((...e) => fetch(...e)),
		timeout: t.timeout ?? 15e3,
		locale: t.locale
	}, p = `sign-in ${r} ${i}`, m, h, b = async (...e) => (await (h ??= c(l)))(...e), x = (e, t) => n(d, b, e, {
		client_id: i,
		...t
	}), S = () => m ??= g(d, r).catch((e) => {
		throw m = void 0, e;
	}), C = async () => await l.get(`device ${r}`), w = async () => await l.get(p);
	async function T(e, t) {
		let n = await x((await S()).challenge, {
			...e,
			device: await C()
		}), { error: r } = n.body;
		if (r === "insufficient_authorization") {
			let e = n.body;
			return await l.set(p, {
				...t,
				session: e.auth_session
			}), _(e);
		}
		return await l.remove(p), r === void 0 ? E(n, t) : v(n, (await S()).authorize, i);
	}
	async function E({ body: t }, { verifier: n, nonce: a }) {
		if (typeof t.authorization_code != "string") throw new e("protocol", "The answer has neither screen nor code.");
		return typeof t.device == "string" && await l.set(`device ${r}`, t.device), {
			kind: "done",
			tokens: f(await x((await S()).token, {
				grant_type: "authorization_code",
				code: t.authorization_code,
				redirect_uri: t.redirect_uri,
				code_verifier: n
			}), {
				issuer: r,
				clientId: i,
				nonce: a
			})
		};
	}
	return {
		start: async ({ create: e, loginHint: n, acr: r, idTokenHint: i } = {}) => {
			let c = {
				verifier: s(),
				nonce: s(16)
			};
			return await l.remove(p), T({
				scope: a,
				nonce: c.nonce,
				code_challenge: await o(c.verifier),
				code_challenge_method: "S256",
				prompt: e ? "create" : void 0,
				login_hint: n,
				acr_values: r,
				id_token_hint: i,
				ui_locales: t.locale
			}, c);
		},
		resume: async () => {
			let t = await w();
			if (t) return T({ auth_session: t.session }, t).catch((t) => {
				if (!(t instanceof e && t.kind === "expired")) throw t;
			});
		},
		submit: async (e, t) => {
			let n = await w() ?? y("expired", "No sign-in is under way.");
			return T({
				auth_session: n.session,
				screen_token: e.token,
				input: JSON.stringify(t)
			}, n);
		},
		cancel: async () => {
			let e = await w();
			await l.remove(p), e && await x((await S()).challenge, {
				auth_session: e.session,
				cancel: "true"
			});
		},
		refresh: async (e) => f(await x((await S()).token, {
			grant_type: "refresh_token",
			refresh_token: e
		})),
		authorize: async (e, t, n) => ({
			authorization: `DPoP ${n}`,
			dpop: await b(e, t, n)
		})
	};
}
async function g(e, n) {
	let { status: r, body: i } = await t(e, `${n.replace(/\/$/, "")}/.well-known/openid-configuration`), a = {
		authorize: i.authorization_endpoint,
		challenge: i.authorization_challenge_endpoint,
		token: i.token_endpoint
	}, o = Object.values(a).every((e) => typeof e == "string" && e.startsWith(new URL(n).origin));
	return r === 200 && i.issuer === n && o || y("protocol", "This issuer has no screens for applications."), a;
}
function _({ screen: e, screen_token: t, notice: n, words: r }) {
	return {
		kind: "screen",
		screen: e,
		words: r,
		token: t,
		...n ? { notice: n } : {}
	};
}
function v({ body: e }, t, n) {
	let { error: r, error_description: i = "The sign-in was refused.", code: a, screen: o, words: s } = e;
	return r === "redirect_to_web" ? {
		kind: "web",
		url: `${t}?${new URLSearchParams({
			client_id: n,
			request_uri: e.request_uri
		})}`
	} : r === "access_denied" ? {
		kind: "refused",
		reason: i,
		...o ? {
			screen: o,
			words: s
		} : {}
	} : y(r === "invalid_session" ? "expired" : "refused", i, a ?? r);
}
function y(t, n, r) {
	throw new e(t, n, r === void 0 ? {} : { code: r });
}
// sdk/src/passkey.ts
var b = () => typeof PublicKeyCredential == "function" && typeof PublicKeyCredential.parseRequestOptionsFromJSON == "function";
async function x({ screen: t }, { autofill: n = !1, signal: r } = {}) {
	let i = t.step === "enrol-passkey", a = t.step === "identify" ? t.passkey : "options" in t ? t.options : void 0;
	if (!b() || a == null) throw new e("unsupported", "This browser or this screen has no passkeys.");
	try {
		let e = i ? await navigator.credentials.create({
			publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(a),
			signal: r
		}) : await navigator.credentials.get({
			publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(a),
			signal: r,
			...n ? { mediation: "conditional" } : {}
		});
		return {
			choice: "passkey",
			credential: JSON.stringify(e.toJSON())
		};
	} catch (t) {
		throw new e("passkey", "No passkey was used.", {
			code: t.name,
			cause: t
		});
	}
}
export { e as SignInError, u as browserStore, h as createSignIn, l as memoryStore, b as passkeysWork, x as usePasskey };
