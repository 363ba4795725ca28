const Qt=/((?:token|secret|passw(?:or)?d|authsig|recovery_?key)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,Xt=/\bBearer\s+\S+/gi,en=/\b(?:sy[tralu]|mct|mat|mcr)_\w+/g,tn=/[A-Za-z0-9+/_-]{20,}={0,2}/g;function he(t){return t.replace(Qt,"$1…").replace(Xt,"Bearer …").replace(en,"…").replace(tn,e=>nn(e)?"…":e)}function nn(t){return/^[0-9a-f-]+$/i.test(t)||t.split(/[_/-]+/).some(e=>e.length>=20)?!0:/[0-9]/.test(t)&&/[a-z]/.test(t)&&/[A-Z]/.test(t)}function Ne(t){const e=[];for(let n=t,s=0;n!=null&&s<3;s++)e.push(Le(n)),n=n instanceof Error?n.cause:void 0;return e.join(" ← ")||String(t)}function Le(t){if(typeof t!="object"||t===null)return Z(String(t));const{name:e,code:n,errcode:s,message:r}=t,o=[e,s??n,r].filter(a=>typeof a=="string"||typeof a=="number");return o.length>0?Z(o.join(" ")):Z(Object.prototype.toString.call(t))}function sn(t){if(t===void 0)return"";if(!on(t)||"message"in t)return Ne(t);const e=Object.entries(t).map(([n,s])=>`${n}=${rn(n,s)}`);return Z(e.join(" "))}function rn(t,e){return/token|secret|passw|key|sdp|body|content|candidate/i.test(t)?"…":typeof e=="object"&&e!==null?e instanceof Error?Le(e):"{…}":String(e)}function on(t){return typeof t=="object"&&t!==null&&Object.getPrototypeOf(t)===Object.prototype}function Z(t){const e=he(t.replace(/\s+/g," "));return e.length>200?`${e.slice(0,199)}…`:e}const an=300;function cn(t,e=console){const n=[],s=(o,a,i,c)=>{const l=sn(c),d=he(`${a}: ${i}`)+(l&&` (${l})`);n.push({at:t.now(),level:o,text:d}),n.length>an&&n.shift(),e[o](d)},r=o=>({log:(a,i,c)=>s(a,o,i,c),child:a=>r(`${o} ${a}`)});return{...r("call-assist"),recent:()=>[...n]}}const pe=2**31-1;function ln(){return{clock:Ue,log:cn(Ue),id:dn,random:Math.random}}const Ue={now:()=>Date.now(),after(t,e){let n;const s=r=>{n=setTimeout(()=>r>pe?s(r-pe):e(),Math.min(Math.max(r,0),pe))};return s(t),()=>clearTimeout(n)}};function dn(){const t=crypto.getRandomValues(new Uint8Array(16));return Array.from(t,e=>e.toString(16).padStart(2,"0")).join("")}const He="call-assist-owner";function un(t){const{onOwner:e,onLost:n,signal:s}=t,r="locks"in t?t.locks:navigator.locks;if(!r)return queueMicrotask(()=>s.aborted||e()),{exclusive:!1,steal(){},handOver(){}};let o=!1,a=()=>{};const i=l=>{const d=new AbortController,h=new Promise(p=>d.signal.addEventListener("abort",()=>p()));let w=!1;a=()=>d.abort();const v=async()=>{d.signal.aborted||(w=!0,o=!0,e(),await h,o=!1)};(l?r.request(He,{steal:l},v):r.request(He,{signal:d.signal},v)).catch(p=>{if(!d.signal.aborted){if(!w)throw p;d.abort(),o=!1,n(),s.aborted||i(!1)}})};s.aborted||i(!1),s.addEventListener("abort",()=>a(),{once:!0});const c=l=>{s.aborted||(a(),i(l))};return{exclusive:!0,steal:()=>o||c(!0),handOver:()=>c(!1)}}class B{#t=new Set;#n;constructor(e){this.#n=e}get value(){return this.#n}set(e){if(!Object.is(e,this.#n)){this.#n=e;for(const n of[...this.#t])try{n(e)}catch(s){queueMicrotask(()=>{throw s})}}}subscribe(e){const n=s=>e(s);return this.#t.add(n),()=>{this.#t.delete(n)}}get listeners(){return this.#t.size}}const hn="call-assist-tabs-1",pn=2e3,fn=12e4;function gn(t){const{clock:e,id:n,log:s}=t.platform,r=new BroadcastChannel(t.channel??hn),o=new B(null),a=new Map;let i=null,c=()=>{},l=!1;const d=f=>{if(!l)try{r.postMessage(f)}catch(y){s.log("error","a message to other tabs is not plain data",y)}},h=(f,y)=>{const $=a.get(f);a.delete(f),$?.cancelTimeout(),$?.settle(y)},w=f=>{const y=a.get(f);y&&(y.cancelTimeout(),y.cancelTimeout=e.after(fn,()=>h(f,t.nobody)))},v=()=>[...a.keys()].forEach(f=>h(f,t.nobody)),p=async(f,y)=>{if(!i)return;d({type:"taken",id:f});const $=await i.command(y).catch(O=>(s.log("error","a command of another tab failed",O),t.nobody));d({type:"done",id:f,result:$})};return r.addEventListener("message",({data:f})=>{switch(f.type){case"hello":i&&d({type:"snapshot",snapshot:i.snapshot.value});return;case"snapshot":if(i)return;o.set(f.snapshot),f.snapshot===null&&v();return;case"command":p(f.id,f.command);return;case"taken":w(f.id);return;case"done":h(f.id,f.result);return;case"hand-over":i?.handOver();return}}),d({type:"hello"}),{snapshot:o,command:f=>new Promise(y=>{const $=n(),O=e.after(pn,()=>h($,t.nobody));a.set($,{settle:y,cancelTimeout:O}),l?h($,t.nobody):d({type:"command",id:$,command:f})}),requestHandOver:()=>d({type:"hand-over"}),serve(f){c(),i=f,o.set(null),v();const y=()=>d({type:"snapshot",snapshot:f.snapshot.value}),$=f.snapshot.subscribe(y);return y(),c=()=>{i===f&&($(),i=null,d({type:"snapshot",snapshot:null}))},c},close(){c(),l=!0,r.close(),v()}}}class Be extends Error{problem;field;retryAfter;constructor(e,n=null,s={}){super(`sign-in failed: ${e}`,{cause:s.cause}),this.name="SignInError",this.problem=e,this.field=n,this.retryAfter=s.retryAfter??null}}const qe={name:"homeserver",type:"url",label:"Homeserver",help:"May stay empty if the user name is complete, like @anna:example.org.",required:!1,autocomplete:"url",placeholder:"https://matrix.example.org"},mn={protocol:"matrix",name:"Matrix",accountForm:{variants:[{id:"password",label:"Password",fields:[{name:"user",type:"text",label:"User name",required:!0,autocomplete:"username",placeholder:"@kitchen:example.org"},{name:"password",type:"password",label:"Password",required:!0,autocomplete:"current-password"},qe]},{id:"token",label:"Login token",fields:[{...qe,help:"The address of the server that gave the token.",required:!0},{name:"token",type:"password",label:"Login token",help:"A token for one sign-in, as another device or the administrator of the server can make it.",required:!0,autocomplete:"one-time-code"}]}]},load:()=>import("./matrix-CBXmPBZu.js").then(t=>t.O)},yn=[mn],q={slug:"kitchen",name:"Kitchen",camera:"this_device",microphone:null,deviceCamera:null,dialAnyone:!1,scriptAnswersWithCamera:!1},Ve=t=>t===null||typeof t=="object"&&typeof t.deviceId=="string"&&typeof t.label=="string",bn={slug:[t=>typeof t=="string"&&/^[a-z0-9]+(_[a-z0-9]+)*$/.test(t),"lower case letters, digits and underscores"],name:[t=>typeof t=="string"&&t.trim()!==""&&t.length<=60,"a text of 1 to 60 characters"],camera:[t=>typeof t=="string"&&/^(camera\.[a-z0-9_]+|this_device)$/.test(t),"a camera entity or this_device"],microphone:[Ve,"a device or null"],deviceCamera:[Ve,"a device or null"],dialAnyone:[t=>typeof t=="boolean","true or false"],scriptAnswersWithCamera:[t=>typeof t=="boolean","true or false"]};function We(t,e){for(const[n,s]of Object.entries(e)){const r=bn[n];if(!r)throw new RangeError(`station.${n}: there is no such setting`);if(!r[0](s))throw new RangeError(`station.${n}: ${r[1]} is needed`)}return{...t,...e}}function Fe(t){return t.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"_").replace(/^_+|_+$/g,"")||q.slug}const fe=(t,e)=>e.some(n=>t instanceof n);let Ke,Ge;function vn(){return Ke||(Ke=[IDBIndex,IDBObjectStore,IDBCursor,IDBDatabase,IDBTransaction])}function wn(){return Ge||(Ge=["advance","continue","continuePrimaryKey"].map(t=>IDBCursor.prototype[t]))}const ge=new WeakMap,me=new WeakMap,Y=new WeakMap;function $n(t){const e=new Promise((n,s)=>{const r=()=>{t.removeEventListener("success",o),t.removeEventListener("error",a)},o=()=>{n(P(t.result)),r()},a=()=>{s(t.error),r()};t.addEventListener("success",o),t.addEventListener("error",a)});return Y.set(e,t),e}function _n(t){if(ge.has(t))return;const e=new Promise((n,s)=>{const r=()=>{t.removeEventListener("complete",o),t.removeEventListener("error",a),t.removeEventListener("abort",a)},o=()=>{n(),r()},a=()=>{s(t.error||new DOMException("AbortError","AbortError")),r()};t.addEventListener("complete",o),t.addEventListener("error",a),t.addEventListener("abort",a)});ge.set(t,e)}let ye={get(t,e,n){if(t instanceof IDBTransaction){if(e==="done")return ge.get(t);if(e==="store")return n.objectStoreNames[1]?void 0:n.objectStore(n.objectStoreNames[0])}return P(t[e])},set(t,e,n){return t[e]=n,!0},has(t,e){return t instanceof IDBTransaction&&(e==="done"||e==="store")?!0:e in t}};function Je(t){ye=t(ye)}function xn(t){return wn().includes(t)?function(...e){return t.apply(be(this),e),P(this.request)}:function(...e){return P(t.apply(be(this),e))}}function kn(t){return typeof t=="function"?xn(t):(t instanceof IDBTransaction&&_n(t),fe(t,vn())?new Proxy(t,ye):t)}function P(t){if(t instanceof IDBRequest)return $n(t);if(me.has(t))return me.get(t);const e=kn(t);return Object.is(e,t)||(me.set(t,e),Y.set(e,t)),e}const be=t=>Y.get(t);function An(t,e,{blocked:n,upgrade:s,blocking:r,terminated:o}={}){const a=indexedDB.open(t,e),i=P(a);return s&&a.addEventListener("upgradeneeded",c=>{s(P(a.result),c.oldVersion,c.newVersion,P(a.transaction),c)}),n&&a.addEventListener("blocked",c=>n(c.oldVersion,c.newVersion,c)),i.then(c=>{o&&c.addEventListener("close",()=>o()),r&&c.addEventListener("versionchange",l=>r(l.oldVersion,l.newVersion,l))}).catch(()=>{}),i}const Sn=["get","getKey","getAll","getAllKeys","count"],En=["put","add","delete","clear"],ve={};function Ze(t,e){if(!(t instanceof IDBDatabase&&!(e in t)&&typeof e=="string"))return;if(ve[e])return ve[e];const n=e.replace(/FromIndex$/,""),s=e!==n,r=En.includes(n);if(!(n in(s?IDBIndex:IDBObjectStore).prototype)||!(r||Sn.includes(n)))return;const o=async function(a,...i){const c=this.transaction(a,r?"readwrite":"readonly");let l=c.store;return s&&(l=l.index(i.shift())),(await Promise.all([l[n](...i),r&&c.done]))[0]};return ve[e]=o}Je(t=>({...t,get:(e,n,s)=>Ze(e,n)||t.get(e,n,s),has:(e,n)=>!!Ze(e,n)||t.has(e,n)}));const Cn=["advance","continue","continuePrimaryKey"],Ye={},we=new WeakMap,Qe=new WeakMap,On={get(t,e){if(!Cn.includes(e))return t[e];let n=Ye[e];return n||(n=Ye[e]=function(...s){we.set(this,Qe.get(this)[e](...s))}),n}};async function*Pn(...t){let e=this;if(e instanceof IDBCursor||(e=await e.openCursor(...t)),!e)return;e=e;const n=new Proxy(e,On);for(Qe.set(n,e),Y.set(n,be(e));e;)yield n,e=await(we.get(n)||e.continue()),we.delete(n)}function Xe(t,e){return e===Symbol.asyncIterator&&fe(t,[IDBIndex,IDBObjectStore,IDBCursor])||e==="iterate"&&fe(t,[IDBIndex,IDBObjectStore])}Je(t=>({...t,get(e,n,s){return Xe(e,n)?Pn:t.get(e,n,s)},has(e,n){return Xe(e,n)||t.has(e,n)}}));const et=[t=>{t.createObjectStore("accounts",{keyPath:"id"}),t.createObjectStore("secrets"),t.createObjectStore("keys"),t.createObjectStore("history",{keyPath:"id",autoIncrement:!0}),t.createObjectStore("stations",{keyPath:"slug"}),t.createObjectStore("running",{keyPath:"callId"}),t.createObjectStore("settings")}],Tn=et.length;function Mn(t,e,n){for(const s of et.slice(e))s(t,n)}class k extends Error{problem;constructor(e,n={}){super(`storage: ${e}`,n),this.name="StorageError",this.problem=e}}const zn=5e3,In={QuotaExceededError:"full",VersionError:"newer",UnknownError:"corrupt",DataError:"corrupt",NotFoundError:"corrupt"};function tt(t){if(t instanceof k)return t;const e=t instanceof Error?t.name:"";return new k(In[e]??"unavailable",{cause:t})}async function jn(t,e=zn){let n=null,s=i=>{};const r=new Promise((i,c)=>s=c);let o;const a=Promise.resolve().then(()=>An(t,Tn,{upgrade:(i,c,l,d)=>Mn(i,c,d),blocked:()=>{o=setTimeout(()=>s(new k("blocked")),e)},blocking:(i,c,l)=>{n="newer",l.target.close()},terminated:()=>n="unavailable"}));try{return{database:await Promise.race([a,r]),lost:()=>n}}catch(i){throw a.then(c=>c.close(),()=>{}),tt(i)}finally{clearTimeout(o)}}const Rn=["hung_up","remote_hung_up","declined","missed","answered_elsewhere","do_not_disturb","busy_here","remote_declined","no_answer","busy","unreachable","cannot_call","microphone_denied","microphone_missing","microphone_in_use","insecure_page","no_connection","connection_lost","signed_out","account_away","rate_limited","protocol_error","internal_error","kiosk_closed"],Dn={audio:!1,video:!1},Nn={ringWindow:6e4,ringLimit:12e4,dialTimeout:3e4,answerTimeout:6e4,connectTimeout:3e4,restartAfter:2e3,restartEvery:1e4,reconnectTimeout:3e4,endTimeout:5e3,pendingAnswer:3e4,outcome:5e3,outcomeTrouble:3e4,outcomeBrief:2e3,secondCall:"wait",doNotDisturb:!1},x=t=>typeof t=="object"&&t!==null,A=t=>typeof t=="string",Q=t=>typeof t=="number"&&Number.isFinite(t),nt=t=>t===null||Q(t),V=t=>typeof t=="boolean";function Ln(t){return x(t)&&[t.id,t.protocol,t.address].every(A)&&x(t.settings)&&!Array.isArray(t.settings)}function Un(t){return x(t)&&Wn(t.slug)&&A(t.name)&&Fn(t.camera)&&rt(t.microphone)&&rt(t.deviceCamera)&&V(t.dialAnyone)&&V(t.scriptAnswersWithCamera)}function Hn(t){return qn(t)&&x(t)&&Q(t.id)}function Bn(t){return st(t)&&V(t.video)&&x(t.goodbye)}function qn(t){return st(t)&&x(t.offered)&&V(t.offered.audio)&&V(t.offered.video)&&Q(t.ended)&&Rn.some(e=>e===t.reason)}function st(t){return x(t)&&A(t.callId)&&(t.direction==="incoming"||t.direction==="outgoing")&&Vn(t.peer)&&Q(t.began)&&nt(t.answered)&&nt(t.connected)}function Vn(t){return x(t)&&[t.accountId,t.contactId,t.address,t.name].every(A)}function Wn(t){return A(t)&&/^[a-z0-9_]+$/.test(t)}function Fn(t){return t==="this_device"||A(t)&&t.startsWith("camera.")}function rt(t){return t===null||x(t)&&A(t.deviceId)&&A(t.label)}const X="vault",ot="AES-GCM";async function Kn(t,e,n){const s=await Jn(t),r=crypto.getRandomValues(new Uint8Array(12)),o=new TextEncoder().encode(JSON.stringify(n));return{iv:r,data:await $e().encrypt(at(r,e),s,o)}}async function Gn(t,e,n){const s=$e(),r=await t.get("keys",X);if(!r)return null;try{const o=JSON.parse(new TextDecoder().decode(await s.decrypt(at(n.iv,e),r,n.data)));return Zn(o)?o:null}catch{return null}}function at(t,e){return{name:ot,iv:t,additionalData:new TextEncoder().encode(e)}}async function Jn(t){const e=await t.get("keys",X);if(e)return e;const n=await $e().generateKey({name:ot,length:256},!1,["encrypt","decrypt"]),s=t.transaction("keys","readwrite"),r=await s.store.get(X);return r||await s.store.put(n,X),await s.done,r??n}function $e(){const t=globalThis.crypto.subtle;if(!t)throw new k("unavailable",{cause:new Error("secrets need a secure page (HTTPS)")});return t}function Zn(t){return typeof t=="object"&&t!==null&&Object.values(t).every(e=>typeof e=="string")}const it=500;async function Yn(t){const e=await jn(t.name??"call-assist",t.blockedAfter);return new Qn(e,t.log)}let Qn=class{#t;#n;#s=!1;constructor(e,n){this.#t=e,this.#n=n}accounts={list:()=>this.#r("accounts",Ln),put:async(e,n)=>{await this.#e(async s=>{const r=await Kn(s,e.id,n),o=s.transaction(["accounts","secrets"],"readwrite");await Promise.all([o.objectStore("accounts").put(e),o.objectStore("secrets").put(r,e.id),o.done])}),this.#a()},secrets:e=>this.#e(async n=>{const s=await n.get("secrets",e);if(!s)return null;const r=await Gn(n,e,s);return r||this.#n.log("warn","the secrets of an account cannot be opened"),r}),forgetSecrets:e=>this.#e(n=>n.delete("secrets",e)),remove:e=>this.#e(async n=>{const s=n.transaction(["accounts","secrets"],"readwrite");await Promise.all([s.objectStore("accounts").delete(e),s.objectStore("secrets").delete(e),s.done])})};history={add:e=>this.#e(async n=>{const s=n.transaction("history","readwrite"),r=s.store.add(e);await Promise.all([r,o(),s.done]);async function o(){await r;const a=await s.store.count()-it;if(a<=0)return;const i=await s.store.getAllKeys(null,a);await Promise.all(i.map(c=>s.store.delete(c)))}}),latest:e=>this.#e(async n=>{const s=[];let r=await n.transaction("history").store.openCursor(null,"prev");for(;r&&s.length<e;){const o=r.value;Hn(o)?s.push(o):this.#o("history",r.primaryKey),r=await r.continue()}return s}),clear:()=>this.#e(e=>e.clear("history"))};stations={list:()=>this.#r("stations",Un),put:async e=>{await this.#e(n=>n.put("stations",e))},remove:e=>this.#e(n=>n.delete("stations",e))};running={list:()=>this.#r("running",Bn),put:async e=>{await this.#e(n=>n.put("running",e))},remove:e=>this.#e(n=>n.delete("running",e))};settings={get:async(e,n)=>{const s=await this.#e(r=>r.get("settings",e));return s===void 0?null:n(s)?s:(this.#o("settings",e),null)},put:async(e,n)=>{await this.#e(s=>s.put("settings",n,e))}};close(){this.#t.database.close()}async#e(e){const n=this.#t.lost();if(n)throw new k(n);try{return await e(this.#t.database)}catch(s){const r=this.#t.lost();throw r?new k(r,{cause:s}):tt(s)}}#r(e,n){return this.#e(async s=>{const r=s.transaction(e),[o,a]=await Promise.all([r.store.getAllKeys(),r.store.getAll()]);return a.filter((i,c)=>{const l=n(i);return l||this.#o(e,o[c]),l})})}#o(e,n){this.#n.log("warn",`a broken record in ${e} was skipped`,{record:n})}async#a(){if(!this.#s){this.#s=!0;try{const e=navigator.storage;e&&!await e.persisted()&&await e.persist()}catch(e){this.#n.log("debug","storage stays evictable",e)}}}};function Xn(){const t=new Map,e=new Map,n=new Map,s=new Map,r=new Map;let o=[],a=0;return{accounts:{list:async()=>[...t.values()],put:async(i,c)=>{t.set(i.id,i),e.set(i.id,c)},secrets:async i=>e.get(i)??null,forgetSecrets:async i=>{e.delete(i)},remove:async i=>{t.delete(i),e.delete(i)}},history:{add:async i=>{o=[{...i,id:++a},...o].slice(0,it)},latest:async i=>o.slice(0,i),clear:async()=>{o=[]}},stations:{list:async()=>[...n.values()],put:async i=>{n.set(i.slug,i)},remove:async i=>{n.delete(i)}},running:{list:async()=>[...s.values()],put:async i=>{s.set(i.callId,i)},remove:async i=>{s.delete(i)}},settings:{get:async(i,c)=>{const l=r.get(i);return c(l)?l:null},put:async(i,c)=>{r.set(i,c)}},close:()=>{}}}const ct="call-assist-reloaded";function es(t){const{platform:e,busy:n,reload:s=()=>location.reload()}=t,r=Number(sessionStorage.getItem(ct)??0);if(e.clock.now()-r<3e5)return;const o=()=>{if(n())return void e.clock.after(5e3,o);sessionStorage.setItem(ct,String(e.clock.now())),s()};o()}async function ts(t){const{storage:e,problems:n,occupy:s}=t;let r=(await e.stations.list().catch(()=>[]))[0]??null;const o=await e.history.latest(20).catch(()=>[]),a=()=>({role:"owner",secureContext:isSecureContext,accounts:[],contacts:[],requests:[],station:r??q,calls:[],lastResult:null,soundBlocked:!1,sounding:null,answerWaits:!1,history:o,problems:n}),i=new B(a()),c=()=>Promise.reject(new RangeError("This account is not open"));return{snapshot:i,command:()=>Promise.resolve({ok:!1,reason:"refused_not_ready"}),busy:()=>!1,media:()=>null,addAccount:async(...l)=>(await s()).addAccount(...l),signOut:c,verifyAccount:c,acceptRequest:c,rejectRequest:c,async configureStation(l){const d=r===null&&l.name&&!l.slug?{slug:Fe(l.name),...l}:l,h=We(r??q,d);await e.stations.put(h),r&&r.slug!==h.slug&&await e.stations.remove(r.slug),r=h,i.set(a())},cameras:()=>[],allowSound(){},pageClosing(){},close:()=>Promise.resolve()}}const ns=5e3,ss=1e4,ee={role:"starting",secureContext:globalThis.isSecureContext,accounts:[],contacts:[],requests:[],station:q,calls:[],lastResult:null,soundBlocked:!1,sounding:null,answerWaits:!1,history:[],problems:[]};function rs(t=yn){return window.callAssist??=os(ln(),t)}function os(t,e){const n=new B(ee),s=gn({platform:t,nobody:{ok:!1,reason:"refused_not_ready"}});let r=null,o=null,a=()=>{},i;const c=new Promise(p=>i=p),l=p=>{n.set(p),p.role!=="starting"&&i(v)},d=()=>{r||l({...s.snapshot.value??ee,role:s.snapshot.value?"other-tab":"starting"})},h=()=>{if(!r)throw new Be("cancelled");return r},w=async()=>{const p=[];isSecureContext||p.push({kind:"insecure-page"});const f=await as(t,p);let y=()=>{},$=Promise.resolve();const O=b=>{$=$.then(b).catch(_=>t.log.log("error","changing the owner tab",_))},ze=b=>{y(),r=b;const _=b.snapshot.subscribe(l),j=s.serve({snapshot:b.snapshot,command:ue=>b.command(ue),handOver:()=>De(()=>o?.handOver())});y=()=>{_(),j()},l(b.snapshot.value)},Ie=b=>{t.log.log("error","a file of this version cannot be loaded",b),es({platform:t,busy:()=>r?.busy()??!1})},je=async()=>{const{createOwner:b}=await import("./owner-mrnxyAjz.js").catch(j=>{throw Ie(j),j}),_=await b({platform:t,storage:f,providers:e,problems:p,onChunkLost:Ie});return ze(_),_};let de=!1;const Yt=async()=>{if(r)return;de=!1;const b=await f.accounts.list().catch(_=>(p.push(lt(_)),[]));for(const{protocol:_,load:j}of e)b.some(ue=>ue.protocol===_)&&j().catch(()=>{});b.length>0?await je():ze(await ts({storage:f,problems:p,occupy:je}))},Re=async()=>{try{await Yt()}catch(b){t.log.log("error","the calls could not be taken, trying again",b),t.clock.after(ss,()=>O(async()=>r||de?void 0:Re()))}},De=b=>O(async()=>{de=!0;const _=r;r=null,y(),l({...ee,role:"other-tab",station:n.value.station}),_?.pageClosing(),await _?.close(),b()});s.snapshot.subscribe(d),d(),o=un({onOwner:()=>{a(),O(Re)},onLost:()=>De(()=>{}),signal:new AbortController().signal}),addEventListener("pagehide",()=>r?.pageClosing()),addEventListener("pageshow",b=>b.persisted&&location.reload())},v={version:"0.1.0",ready:c,snapshot:n,protocols:e.map(({protocol:p,name:f,accountForm:y})=>({protocol:p,name:f,accountForm:y})),command:p=>r?r.command(p):s.command(p),addAccount:async(p,f,y)=>h().addAccount(p,f,y),signOut:async p=>h().signOut(p),verifyAccount:async(p,f)=>h().verifyAccount(p,f),acceptRequest:async(p,f)=>h().acceptRequest(p,f),rejectRequest:async(p,f)=>h().rejectRequest(p,f),configureStation:async p=>h().configureStation(p),cameras:()=>r?.cameras()??[],media:p=>r?.media(p)??null,allowSound:()=>r?.allowSound(),async takeOver(){s.requestHandOver(),a(),a=t.clock.after(ns,()=>o?.steal())}};return w().catch(p=>{t.log.log("error","the call runtime could not start",p),l({...ee,role:"stopped"})}),v}async function as(t,e){try{return await Yn({log:t.log.child("storage")})}catch(n){return t.log.log("error","the database cannot be used",n),e.push(lt(n)),Xn()}}function lt(t){return{kind:"storage",problem:t instanceof k?t.problem:"unavailable"}}const te=globalThis,_e=te.ShadowRoot&&(te.ShadyCSS===void 0||te.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,xe=Symbol(),dt=new WeakMap;let ut=class{constructor(e,n,s){if(this._$cssResult$=!0,s!==xe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=n}get styleSheet(){let e=this.o;const n=this.t;if(_e&&e===void 0){const s=n!==void 0&&n.length===1;s&&(e=dt.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),s&&dt.set(n,e))}return e}toString(){return this.cssText}};const is=t=>new ut(typeof t=="string"?t:t+"",void 0,xe),ke=(t,...e)=>{const n=t.length===1?t[0]:e.reduce((s,r,o)=>s+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+t[o+1],t[0]);return new ut(n,t,xe)},cs=(t,e)=>{if(_e)t.adoptedStyleSheets=e.map(n=>n instanceof CSSStyleSheet?n:n.styleSheet);else for(const n of e){const s=document.createElement("style"),r=te.litNonce;r!==void 0&&s.setAttribute("nonce",r),s.textContent=n.cssText,t.appendChild(s)}},ht=_e?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let n="";for(const s of e.cssRules)n+=s.cssText;return is(n)})(t):t;const{is:ls,defineProperty:ds,getOwnPropertyDescriptor:us,getOwnPropertyNames:hs,getOwnPropertySymbols:ps,getPrototypeOf:fs}=Object,ne=globalThis,pt=ne.trustedTypes,gs=pt?pt.emptyScript:"",ms=ne.reactiveElementPolyfillSupport,W=(t,e)=>t,Ae={toAttribute(t,e){switch(e){case Boolean:t=t?gs:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let n=t;switch(e){case Boolean:n=t!==null;break;case Number:n=t===null?null:Number(t);break;case Object:case Array:try{n=JSON.parse(t)}catch{n=null}}return n}},ft=(t,e)=>!ls(t,e),gt={attribute:!0,type:String,converter:Ae,reflect:!1,useDefault:!1,hasChanged:ft};Symbol.metadata??=Symbol("metadata"),ne.litPropertyMetadata??=new WeakMap;let R=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,n=gt){if(n.state&&(n.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((n=Object.create(n)).wrapped=!0),this.elementProperties.set(e,n),!n.noAccessor){const s=Symbol(),r=this.getPropertyDescriptor(e,s,n);r!==void 0&&ds(this.prototype,e,r)}}static getPropertyDescriptor(e,n,s){const{get:r,set:o}=us(this.prototype,e)??{get(){return this[n]},set(a){this[n]=a}};return{get:r,set(a){const i=r?.call(this);o?.call(this,a),this.requestUpdate(e,i,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??gt}static _$Ei(){if(this.hasOwnProperty(W("elementProperties")))return;const e=fs(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(W("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(W("properties"))){const n=this.properties,s=[...hs(n),...ps(n)];for(const r of s)this.createProperty(r,n[r])}const e=this[Symbol.metadata];if(e!==null){const n=litPropertyMetadata.get(e);if(n!==void 0)for(const[s,r]of n)this.elementProperties.set(s,r)}this._$Eh=new Map;for(const[n,s]of this.elementProperties){const r=this._$Eu(n,s);r!==void 0&&this._$Eh.set(r,n)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){const n=[];if(Array.isArray(e)){const s=new Set(e.flat(1/0).reverse());for(const r of s)n.unshift(ht(r))}else e!==void 0&&n.push(ht(e));return n}static _$Eu(e,n){const s=n.attribute;return s===!1?void 0:typeof s=="string"?s:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){const e=new Map,n=this.constructor.elementProperties;for(const s of n.keys())this.hasOwnProperty(s)&&(e.set(s,this[s]),delete this[s]);e.size>0&&(this._$Ep=e)}createRenderRoot(){const e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return cs(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,n,s){this._$AK(e,s)}_$ET(e,n){const s=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,s);if(r!==void 0&&s.reflect===!0){const o=(s.converter?.toAttribute!==void 0?s.converter:Ae).toAttribute(n,s.type);this._$Em=e,o==null?this.removeAttribute(r):this.setAttribute(r,o),this._$Em=null}}_$AK(e,n){const s=this.constructor,r=s._$Eh.get(e);if(r!==void 0&&this._$Em!==r){const o=s.getPropertyOptions(r),a=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Ae;this._$Em=r;const i=a.fromAttribute(n,o.type);this[r]=i??this._$Ej?.get(r)??i,this._$Em=null}}requestUpdate(e,n,s,r=!1,o){if(e!==void 0){const a=this.constructor;if(r===!1&&(o=this[e]),s??=a.getPropertyOptions(e),!((s.hasChanged??ft)(o,n)||s.useDefault&&s.reflect&&o===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,s))))return;this.C(e,n,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,n,{useDefault:s,reflect:r,wrapped:o},a){s&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??n??this[e]),o!==!0||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||s||(n=void 0),this._$AL.set(e,n)),r===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(n){Promise.reject(n)}const e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(const[r,o]of this._$Ep)this[r]=o;this._$Ep=void 0}const s=this.constructor.elementProperties;if(s.size>0)for(const[r,o]of s){const{wrapped:a}=o,i=this[r];a!==!0||this._$AL.has(r)||i===void 0||this.C(r,void 0,o,i)}}let e=!1;const n=this._$AL;try{e=this.shouldUpdate(n),e?(this.willUpdate(n),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(n)):this._$EM()}catch(s){throw e=!1,this._$EM(),s}e&&this._$AE(n)}willUpdate(e){}_$AE(e){this._$EO?.forEach(n=>n.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(n=>this._$ET(n,this[n])),this._$EM()}updated(e){}firstUpdated(e){}};R.elementStyles=[],R.shadowRootOptions={mode:"open"},R[W("elementProperties")]=new Map,R[W("finalized")]=new Map,ms?.({ReactiveElement:R}),(ne.reactiveElementVersions??=[]).push("2.1.2");const Se=globalThis,mt=t=>t,se=Se.trustedTypes,yt=se?se.createPolicy("lit-html",{createHTML:t=>t}):void 0,bt="$lit$",S=`lit$${Math.random().toFixed(9).slice(2)}$`,vt="?"+S,ys=`<${vt}>`,T=document,F=()=>T.createComment(""),K=t=>t===null||typeof t!="object"&&typeof t!="function",Ee=Array.isArray,bs=t=>Ee(t)||typeof t?.[Symbol.iterator]=="function",Ce=`[ 	
\f\r]`,G=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,wt=/-->/g,$t=/>/g,M=RegExp(`>|${Ce}(?:([^\\s"'>=/]+)(${Ce}*=${Ce}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),_t=/'/g,xt=/"/g,kt=/^(?:script|style|textarea|title)$/i,At=t=>(e,...n)=>({_$litType$:t,strings:e,values:n}),g=At(1),vs=At(2),D=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),St=new WeakMap,z=T.createTreeWalker(T,129);function Et(t,e){if(!Ee(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return yt!==void 0?yt.createHTML(e):e}const ws=(t,e)=>{const n=t.length-1,s=[];let r,o=e===2?"<svg>":e===3?"<math>":"",a=G;for(let i=0;i<n;i++){const c=t[i];let l,d,h=-1,w=0;for(;w<c.length&&(a.lastIndex=w,d=a.exec(c),d!==null);)w=a.lastIndex,a===G?d[1]==="!--"?a=wt:d[1]!==void 0?a=$t:d[2]!==void 0?(kt.test(d[2])&&(r=RegExp("</"+d[2],"g")),a=M):d[3]!==void 0&&(a=M):a===M?d[0]===">"?(a=r??G,h=-1):d[1]===void 0?h=-2:(h=a.lastIndex-d[2].length,l=d[1],a=d[3]===void 0?M:d[3]==='"'?xt:_t):a===xt||a===_t?a=M:a===wt||a===$t?a=G:(a=M,r=void 0);const v=a===M&&t[i+1].startsWith("/>")?" ":"";o+=a===G?c+ys:h>=0?(s.push(l),c.slice(0,h)+bt+c.slice(h)+S+v):c+S+(h===-2?i:v)}return[Et(t,o+(t[n]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]};class J{constructor({strings:e,_$litType$:n},s){let r;this.parts=[];let o=0,a=0;const i=e.length-1,c=this.parts,[l,d]=ws(e,n);if(this.el=J.createElement(l,s),z.currentNode=this.el.content,n===2||n===3){const h=this.el.content.firstChild;h.replaceWith(...h.childNodes)}for(;(r=z.nextNode())!==null&&c.length<i;){if(r.nodeType===1){if(r.hasAttributes())for(const h of r.getAttributeNames())if(h.endsWith(bt)){const w=d[a++],v=r.getAttribute(h).split(S),p=/([.?@])?(.*)/.exec(w);c.push({type:1,index:o,name:p[2],strings:v,ctor:p[1]==="."?_s:p[1]==="?"?xs:p[1]==="@"?ks:re}),r.removeAttribute(h)}else h.startsWith(S)&&(c.push({type:6,index:o}),r.removeAttribute(h));if(kt.test(r.tagName)){const h=r.textContent.split(S),w=h.length-1;if(w>0){r.textContent=se?se.emptyScript:"";for(let v=0;v<w;v++)r.append(h[v],F()),z.nextNode(),c.push({type:2,index:++o});r.append(h[w],F())}}}else if(r.nodeType===8)if(r.data===vt)c.push({type:2,index:o});else{let h=-1;for(;(h=r.data.indexOf(S,h+1))!==-1;)c.push({type:7,index:o}),h+=S.length-1}o++}}static createElement(e,n){const s=T.createElement("template");return s.innerHTML=e,s}}function N(t,e,n=t,s){if(e===D)return e;let r=s!==void 0?n._$Co?.[s]:n._$Cl;const o=K(e)?void 0:e._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(t),r._$AT(t,n,s)),s!==void 0?(n._$Co??=[])[s]=r:n._$Cl=r),r!==void 0&&(e=N(t,r._$AS(t,e.values),r,s)),e}class $s{constructor(e,n){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){const{el:{content:n},parts:s}=this._$AD,r=(e?.creationScope??T).importNode(n,!0);z.currentNode=r;let o=z.nextNode(),a=0,i=0,c=s[0];for(;c!==void 0;){if(a===c.index){let l;c.type===2?l=new Oe(o,o.nextSibling,this,e):c.type===1?l=new c.ctor(o,c.name,c.strings,this,e):c.type===6&&(l=new As(o,this,e)),this._$AV.push(l),c=s[++i]}a!==c?.index&&(o=z.nextNode(),a++)}return z.currentNode=T,r}p(e){let n=0;for(const s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,n),n+=s.strings.length-2):s._$AI(e[n])),n++}}let Oe=class Zt{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,n,s,r){this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=e,this._$AB=n,this._$AM=s,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode;const n=this._$AM;return n!==void 0&&e?.nodeType===11&&(e=n.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,n=this){e=N(this,e,n),K(e)?e===m||e==null||e===""?(this._$AH!==m&&this._$AR(),this._$AH=m):e!==this._$AH&&e!==D&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):bs(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==m&&K(this._$AH)?this._$AA.nextSibling.data=e:this.T(T.createTextNode(e)),this._$AH=e}$(e){const{values:n,_$litType$:s}=e,r=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=J.createElement(Et(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===r)this._$AH.p(n);else{const o=new $s(r,this),a=o.u(this.options);o.p(n),this.T(a),this._$AH=o}}_$AC(e){let n=St.get(e.strings);return n===void 0&&St.set(e.strings,n=new J(e)),n}k(e){Ee(this._$AH)||(this._$AH=[],this._$AR());const n=this._$AH;let s,r=0;for(const o of e)r===n.length?n.push(s=new Zt(this.O(F()),this.O(F()),this,this.options)):s=n[r],s._$AI(o),r++;r<n.length&&(this._$AR(s&&s._$AB.nextSibling,r),n.length=r)}_$AR(e=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);e!==this._$AB;){const s=mt(e).nextSibling;mt(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}};class re{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,n,s,r,o){this.type=1,this._$AH=m,this._$AN=void 0,this.element=e,this.name=n,this._$AM=r,this.options=o,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=m}_$AI(e,n=this,s,r){const o=this.strings;let a=!1;if(o===void 0)e=N(this,e,n,0),a=!K(e)||e!==this._$AH&&e!==D,a&&(this._$AH=e);else{const i=e;let c,l;for(e=o[0],c=0;c<o.length-1;c++)l=N(this,i[s+c],n,c),l===D&&(l=this._$AH[c]),a||=!K(l)||l!==this._$AH[c],l===m?e=m:e!==m&&(e+=(l??"")+o[c+1]),this._$AH[c]=l}a&&!r&&this.j(e)}j(e){e===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}}class _s extends re{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===m?void 0:e}}class xs extends re{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==m)}}class ks extends re{constructor(e,n,s,r,o){super(e,n,s,r,o),this.type=5}_$AI(e,n=this){if((e=N(this,e,n,0)??m)===D)return;const s=this._$AH,r=e===m&&s!==m||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,o=e!==m&&(s===m||r);r&&this.element.removeEventListener(this.name,this,s),o&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}}class As{constructor(e,n,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=n,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){N(this,e)}}const Ss=Se.litHtmlPolyfillSupport;Ss?.(J,Oe),(Se.litHtmlVersions??=[]).push("3.3.3");const Es=(t,e,n)=>{const s=n?.renderBefore??e;let r=s._$litPart$;if(r===void 0){const o=n?.renderBefore??null;s._$litPart$=r=new Oe(e.insertBefore(F(),o),o,void 0,n??{})}return r._$AI(t),r};const Pe=globalThis;let L=class extends R{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){const e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){const n=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Es(n,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return D}};L._$litElement$=!0,L.finalized=!0,Pe.litElementHydrateSupport?.({LitElement:L});const Cs=Pe.litElementPolyfillSupport;Cs?.({LitElement:L}),(Pe.litElementVersions??=[]).push("4.2.2");function E(){return window.callAssist}function Os(t){return t?.calls.some(e=>e.phase!=="ended")??!1}function Ps(){let t=document.activeElement;for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement;return t instanceof HTMLElement&&t!==document.body?t:null}const Ts={get store(){return sessionStorage},reload:()=>location.reload(),busy:()=>Os(E()?.snapshot.value)};async function oe(t,e,n=Ts){const s=`call-assist-reload:${t}`;try{const r=await e();return n.store.removeItem(s),r}catch{try{!n.busy()&&!n.store.getItem(s)&&(n.store.setItem(s,"1"),n.reload())}catch{}return null}}const Ms=ke`
  :host {
    display: block;
    block-size: 100%;
  }
  ha-card {
    display: flex;
    flex-direction: column;
    gap: 4px;
    block-size: 100%;
    padding: 11px 12px;
    overflow: hidden;
    position: relative;
    container-type: inline-size;
  }
  .hd {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    padding-inline-start: 4px;
  }
  .hd .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .hd h2 {
    font-size: 18px;
    font-weight: 500;
  }
  .hd h2,
  .hd p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hd p {
    font-size: 14px;
    color: var(--quiet);
  }
  .hd p::before {
    content: '';
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--dot, var(--quiet));
  }
  .hd p.online {
    --dot: var(--go-ink);
  }
  .hd p.away {
    --dot: var(--warn-ink);
  }
  .rows {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-block-size: 0;
    overflow-y: auto;
    margin-inline: -4px;
    padding: 4px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 72px;
    flex: none;
  }
  .row > .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
    line-height: 1.3;
    text-align: start;
    border-radius: 16px;
  }
  .row .n {
    min-inline-size: 0;
  }
  .row b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: 18px;
    line-height: 1.18;
    overflow-wrap: anywhere;
  }
  .row small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
  .acts {
    display: flex;
    gap: 8px;
  }
  .note .acts {
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .hero {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    text-align: center;
    gap: 10px;
    padding: 8px 12px 12px;
    overflow-y: auto;
  }
  .hero > .i {
    --i: 76px;
    padding: 18px;
    border-radius: 26px;
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .hero h2 {
    font-size: 22px;
    font-weight: 500;
    line-height: 1.2;
  }
  .hero p {
    color: var(--quiet);
    max-inline-size: 44ch;
    line-height: 1.35;
  }
  form {
    display: flex;
    gap: 8px;
    align-items: center;
    flex: none;
  }
  .say {
    font-size: 15px;
    color: var(--stop-ink);
    padding-inline: 4px;
  }
  @container (max-width: 300px) {
    .row {
      flex-wrap: wrap;
      gap: 4px;
    }
    .row > .who {
      flex-basis: 100%;
    }
    .row .acts {
      inline-size: 100%;
    }
    .row .acts .ib {
      flex: 1;
      border-radius: 16px;
    }
    .hd [data-action='dial-open'] {
      display: none;
    }
    .note > .i {
      --i: 20px;
    }
    .hero > .i,
    .hero > p {
      display: none;
    }
    .hero h2 {
      font-size: 18px;
    }
  }
`,Te=["M6.3 3.4 9 3.1c.7 0 1.2.4 1.4 1l.9 3c.1.6 0 1.1-.4 1.5L9.3 10c1.1 2 2.7 3.6 4.7 4.7l1.4-1.6c.4-.4.9-.6 1.5-.4l3 .9c.6.2 1 .7 1 1.4l-.3 2.7c-.2 1.6-1.4 2.8-3 2.7C9.9 20 4 14.1 3.6 6.4 3.5 4.8 4.7 3.6 6.3 3.4z",""],ae=["M5 5.5h8a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3zM17.4 10.4 21 8.1c.5-.3 1.1 0 1.1.6v6.6c0 .6-.6.9-1.1.6l-3.6-2.3z",""],zs=["","M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 1 1 13 0zM15.5 15.5l5 5"],Is=["M7 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM14 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM21 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0z",""],js=["","m6 6 12 12M18 6 6 18"],C=["","M12 3.8 2.6 19.6c-.3.5.1 1.1.6 1.1h17.6c.5 0 .9-.6.6-1.1zM12 10v4.5M12 17.6v.1"],Ct=["M3 9.5v5c0 .5.4 1 1 1h2.8l4 3.4c.5.4 1.2.1 1.2-.6V5.7c0-.7-.7-1-1.2-.6l-4 3.4H4c-.6 0-1 .5-1 1z","M15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6"],Ot=["M16.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 1 1 9 0zM3.5 20.5c0-4.5 3.7-7 8.5-7s8.5 2.5 8.5 7z",""];function U([t,e]){return vs`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path class="f" d=${t} /><path d=${e} /></svg>`}const Pt=ke`
  :host {
    --bg: var(--primary-background-color, #fafafa);
    --surface: var(--ha-card-background, var(--card-background-color, #fff));
    --sunken: var(--secondary-background-color, #eceef0);
    --text: var(--primary-text-color, #141414);
    --quiet: color-mix(in srgb, var(--secondary-text-color, #5a5e63) 80%, var(--text));
    --line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --accent: var(--primary-color, #03a9f4);
    --go: var(--success-color, #43a047);
    --stop: var(--error-color, #db4437);
    --warn: var(--warning-color, #ffa600);
    --accent-fill: color-mix(in srgb, var(--accent) 62%, #000);
    --accent-tint: color-mix(in srgb, var(--accent) 13%, var(--surface));
    --accent-ink: color-mix(in srgb, var(--accent) 40%, var(--text));
    --go-fill: color-mix(in srgb, var(--go) 72%, #000);
    --go-tint: color-mix(in srgb, var(--go) 14%, var(--surface));
    --go-ink: color-mix(in srgb, var(--go) 52%, var(--text));
    --stop-fill: color-mix(in srgb, var(--stop) 82%, #000);
    --stop-tint: color-mix(in srgb, var(--stop) 12%, var(--surface));
    --stop-ink: color-mix(in srgb, var(--stop) 60%, var(--text));
    --warn-tint: color-mix(in srgb, var(--warn) 18%, var(--surface));
    --warn-ink: color-mix(in srgb, var(--warn) 42%, var(--text));
    color: var(--text);
    font: 400 16px/1.4 var(--ha-font-family-body, Roboto, 'Noto Sans', system-ui, sans-serif);
    -webkit-font-smoothing: antialiased;
  }
  @supports not (color: color-mix(in srgb, red, red)) {
    :host {
      --quiet: var(--text);
      --accent-fill: #006f9f;
      --go-fill: #2e7435;
      --stop-fill: #b3382d;
      --accent-tint: var(--sunken);
      --go-tint: var(--sunken);
      --stop-tint: var(--sunken);
      --warn-tint: var(--sunken);
      --accent-ink: var(--text);
      --go-ink: var(--text);
      --stop-ink: var(--text);
      --warn-ink: var(--text);
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    font-weight: inherit;
    font-size: inherit;
  }
  b {
    font-weight: 500;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .num {
    font-variant-numeric: tabular-nums;
    unicode-bidi: isolate;
  }
  .i {
    inline-size: var(--i, 24px);
    block-size: var(--i, 24px);
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    display: block;
  }
  .f {
    fill: currentColor;
    stroke: none;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 48px;
    padding: 6px 20px;
    border-radius: 999px;
    font-weight: 500;
    line-height: 1.15;
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .btn.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .btn.stop {
    background: var(--stop-fill);
    color: #fff;
  }
  .btn.edge {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--line);
    color: var(--text);
  }
  .ib {
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    display: inline-grid;
    place-items: center;
    flex: none;
  }
  .ib.tonal {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .ib.go {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  button[disabled] {
    background: var(--sunken);
    color: var(--quiet);
    cursor: default;
  }
  .av {
    --s: 52px;
    position: relative;
    inline-size: var(--s);
    block-size: var(--s);
    flex: none;
    display: block;
  }
  .av > .p {
    position: absolute;
    inset: 0;
    border-radius: 50%;
    overflow: hidden;
    display: grid;
    place-items: center;
    color: #fff;
    font-weight: 500;
    font-size: calc(var(--s) * 0.38);
    background: hsl(var(--h), 34%, 38%);
    background: linear-gradient(150deg, oklch(0.56 0.115 var(--h)), oklch(0.44 0.115 calc(var(--h) + 18)));
  }
  .av img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .av > .d {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 17px;
    block-size: 17px;
    border-radius: 50%;
    border: 3px solid var(--surface);
    background: var(--go);
  }
  .av > .in_call {
    background: linear-gradient(transparent 40%, var(--surface) 40% 60%, transparent 60%) var(--warn);
  }
  .av > .offline {
    background: var(--surface);
    box-shadow: inset 0 0 0 2.5px var(--quiet);
  }
  .note {
    display: flex;
    align-items: center;
    flex: none;
    flex-wrap: wrap;
    gap: 8px 14px;
    padding: 10px 8px 10px 14px;
    padding-inline: 14px 8px;
    min-block-size: 68px;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 15px;
    line-height: 1.3;
  }
  .note > .t {
    flex: 1 1 150px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .note b {
    display: block;
    font-size: 16px;
  }
  .note.warn {
    background: var(--warn-tint);
  }
  .note.warn > .i {
    color: var(--warn-ink);
  }
  .note.bad {
    background: var(--stop-tint);
  }
  .note.bad > .i {
    color: var(--stop-ink);
  }
  .in {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 56px;
    padding: 0 16px;
    border: 0;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 18px;
  }
  .in::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`,Tt=["ask","voice","video"],Mt=t=>typeof t=="string",zt=t=>typeof t=="boolean",It={name:[Mt,"a text is needed"],contacts:[t=>Array.isArray(t)&&t.every(Mt),"a list of names or addresses is needed"],call_on_tap:[t=>Tt.some(e=>e===t),"choose ask, voice or video"],presence:[zt,"true or false is needed"],search:[zt,"true or false is needed"]};function jt(t){if(typeof t!="object"||t===null||Array.isArray(t))throw new Error(`configuration: a set of keys is needed, got ${Rt(t)}`);const e={...t};for(const[n,[s,r]]of Object.entries(It)){const o=e[n];if(o==null)delete e[n];else if(!s(o))throw new Error(`${n}: ${r}, got ${Rt(o)}`)}return e}function Rs(t){return Object.keys(t).filter(e=>e!=="type"&&!(e in It))}function Rt(t){const e=typeof t=="string"?`"${t}"`:JSON.stringify(t)??String(t);return e.length>60?`${e.slice(0,60)}…`:e}function Dt(t,e){t.addController(new Ds(t,e))}class Ds{#t;#n;#s=[];constructor(e,n){this.#t=e,this.#n=n}hostConnected(){this.#s=this.#n().map(e=>e.subscribe(()=>this.#t.requestUpdate())),this.#t.requestUpdate()}hostDisconnected(){for(const e of this.#s)e();this.#s=[]}}const Ns={"card.ready":"Ready for calls","card.starting":"Starting…","card.connecting":"Connecting…","card.away":"{count} of {all} accounts away","card.reachable":"Reachable","card.in_call":"In another call","card.offline":"Not reachable now","card.account_away":"Account is reconnecting","card.signed_out":"Signed out","card.setup":"Set up this device","card.setup_lead":"Make this tablet a phone","card.setup_text":"Call the people you love from this screen. It takes a few minutes.","card.sound":"Touch once to allow sound","card.sound_text":"The browser keeps this device silent until then.","card.sound_do":"Allow sound","card.other_tab":"Calls are open in another tab","card.other_tab_text":"One tab of this device has the calls.","card.use_here":"Use here","card.search":"Call an address","card.address":"Name or address","card.none_yet":"Nobody here yet. People you talk to appear by themselves.","card.none_match":"Nobody of this card is a contact here.","card.voice_to":"Voice call {n}","card.video_to":"Video call {n}","card.settings":"Settings of this device","card.missed":"Missed call","card.call_back":"Call back","card.cut":"The call with {n} was cut off","card.cut_text":"This page was closed or loaded again.","card.request":"{n} wants to reach you","card.accept":"Accept","card.not_now":"Not now","card.sign_in_again":"{account} needs you to sign in again","card.sign_in_again_text":"Contacts and history are kept.","card.sign_in":"Sign in","card.insecure":"This page is not secure","card.insecure_text":"Browsers give microphone and camera only to HTTPS pages. Open Home Assistant by HTTPS: with Home Assistant Cloud, with a reverse proxy, or with a certificate of your own.","card.stopped":"Calls have stopped on this page","card.stopped_text":"Load the page again to go on.","card.reload":"Load again","card.update":"An update is ready","card.update_text":"The page loads again when no call runs.","card.broken":"A part of Call Assist is missing","card.broken_text":"An update may have replaced it. Load the page again when your call is over.","card.ha_away":"Home Assistant is away","card.ha_away_text":"Calls work. Cameras and helpers come back by themselves.","card.helpers":"{count} helpers are missing","card.helpers_text":"Calls work without them. An administrator can create: {list}","storage.blocked":"Another tab holds the data of this device. Close other tabs of this page.","storage.full":"This device has no space left. Free some, then load the page again.","storage.newer":"A newer Call Assist wrote the data of this device. Update this one, then load the page again.","storage.corrupt":"Some data of this device cannot be read. The rest works.","storage.unavailable":"The browser stores nothing here. Leave private mode, or allow site data for this page.","storage.title":"Nothing can be stored here","out.video":"Video call","out.voice":"Voice call","refused.refused_bad_value":"That is no address we can call. An address looks like name@server.org or @name:server.org.","refused.refused_unknown_contact":"Nobody with this name is a contact here.","refused.refused_ambiguous_contact":"Several people have this name. Type the address instead.","refused.refused_not_allowed":"This device does not allow that.","refused.refused_busy":"You are in a call already.","refused.refused_not_ready":"No account is online. It reconnects by itself.","refused.refused_nothing_rings":"The call is over already.","setup.other":"That did not work. Try again.","common.again":"Call again","common.done":"Done"},Ls={de:{card:async()=>(await import("./card-DE6s7QsJ.js")).card,more:async()=>(await import("./more-D8MAeyQ6.js")).more}};let H=Ns;const I=new B({language:"en",table:H});let Me="en",ie=!1,Nt=0;const ce=I;async function Lt(t){!t||t===Me||(Me=t,await Ut())}function Us(t){ie||(ie=!0,H={...H,...t},Ut())}async function Ut(){const t=Nt+=1,e=Me,n=Ls[e.split(/[-_]/)[0]??""];if(!n)return I.set({language:e,table:H});ie&&I.set({...I.value,table:{...H,...I.value.table}});const s=await Promise.all([n.card(),ie?n.more():{}]).catch(()=>[]);t===Nt&&I.set({language:e,table:Object.assign({},H,...s)})}function Ht(t,e={}){return(I.value.table[t]??t).replace(/\{(\w+)\}/g,(n,s)=>String(e[s]??n)).trim()}function u(t,e){return Ht(t,e)}function Hs(t){const e=t.replace(/^@/,"").split(/[\s._-]+/u).filter(Boolean),n=(s="")=>[...s][0]??"";return(n(e[0])+(e.length>1?n(e.at(-1)):"")).toUpperCase()||"?"}function Bt(t){let e=0;for(const n of t)e=(e*31+(n.codePointAt(0)??0))%360;return e}function qt({id:t,name:e,avatar:n,presence:s="unknown"}){const r=o=>{o.target.hidden=o.type==="error"};return g`<span class="av" aria-hidden="true" style="--h:${Bt(t)}"
    ><span class="p"
      >${Hs(e)}${n?g`<img src=${n} alt="" @error=${r} @load=${r} />`:""}</span
    >${s==="unknown"?"":g`<span class="d ${s}"></span>`}</span
  >`}function Bs(t,e=[]){if(!e.length)return t;const n=(s,r)=>s.toLowerCase()===r.trim().toLowerCase();return e.flatMap(s=>t.filter(({address:r,name:o})=>n(r,s)||n(o,s)))}const qs=["Anna Berger","Ben","Grandma"].map((t,e)=>({id:`sample-${e}`,accountId:"",address:`sample-${e}`,name:t,avatar:null,presence:e===1?"in_call":"reachable",callable:{audio:!0,video:!0},encrypted:!0}));function Vs(t,e,n){const s=e?.accounts.find(({id:r})=>r===t.accountId)?.status;return s?.state==="signed-out"?[u("card.signed_out"),!1]:s?.state==="degraded"&&s.reason==="network"?[u("card.account_away"),!1]:!n||t.presence==="unknown"?[t.name===t.address?"":t.address,!0]:[u(`card.${t.presence}`),!0]}function Vt(t,e,n){const s=n.presence??!0,[r,o]=Vs(t,e,s),a={n:t.name},i=d=>g`<button
      class="ib ${d==="video"?"go":"tonal"}"
      data-action="call-${d}"
      aria-label=${u(`card.${d}_to`,a)}
      ?disabled=${!o||d==="video"&&!t.callable.video}
    >
      ${U(d==="video"?ae:Te)}
    </button>`,c=g`${qt(s?t:{...t,presence:"unknown"})}
    <span class="n"
      ><b dir="auto">${t.name}</b>${r?g`<small dir="auto">${r}</small>`:m}</span
    >`,l=n.call_on_tap;return g`<li class="row" data-contact=${t.address} data-account=${t.accountId} data-id=${t.id}>
    ${(l==="voice"||l==="video")&&o?g`<button class="who" data-action="call-${l}" aria-label=${u(`card.${l}_to`,a)}>${c}</button>`:g`<div class="who">${c}</div>`}
    <span class="acts">${i("voice")}${i("video")}</span>
  </li>`}function Ws(t,e){return[...t.problems.filter(({kind:n})=>n==="storage").map(Ft),...Fs(t),...t.soundBlocked?[Ks()]:[],...Gs(t),...Js(t),...t.problems.filter(({kind:n})=>n!=="storage"&&n!=="insecure-page").map(Ft)].filter(({id:n})=>!e.has(n))}function Wt({tone:t,icon:e,title:n,text:s,acts:r=[],data:o="",account:a=""}){return g`<li class="note ${t??""}">
    ${U(e)}<span class="t"><b>${n}</b>${s}</span>${r.length?g`<span class="acts"
            >${r.map(([i,c],l)=>g`<button
                  class="btn ${l===r.length-1?"solid":"edge"}"
                  data-action=${i}
                  data-id=${o}
                  data-account=${a}
                >
                  ${c}
                </button>`)}</span
          >`:m}
  </li>`}function Ft(t){switch(t.kind){case"storage":return{id:"storage",tone:"bad",icon:C,title:u("storage.title"),text:u(`storage.${t.problem}`),acts:[["reload",u("card.reload")]]};case"insecure-page":return{id:t.kind,tone:"bad",icon:C,title:u("card.insecure"),text:u("card.insecure_text")};case"helpers-missing":return{id:t.kind,icon:C,title:u("card.helpers",{count:t.entities.length}),text:u("card.helpers_text",{list:t.entities.join(", ")}),acts:[["dismiss",u("common.done")]],data:t.kind};case"home-assistant-away":return{id:t.kind,tone:"warn",icon:C,title:u("card.ha_away"),text:u("card.ha_away_text")};case"update-waiting":return{id:t.kind,icon:C,title:u("card.update"),text:u("card.update_text"),acts:[["reload",u("card.reload")]]};default:return t}}const Fs=({accounts:t})=>t.filter(({status:e})=>e.state==="signed-out").map(({id:e,address:n})=>({id:`signed-out-${e}`,tone:"bad",icon:Ot,title:u("card.sign_in_again",{account:n}),text:u("card.sign_in_again_text"),acts:[["sign-in-again",u("card.sign_in")]],account:e})),Ks=()=>({id:"sound",tone:"warn",icon:Ct,title:u("card.sound"),text:u("card.sound_text"),acts:[["allow-sound",u("card.sound_do")]]});function Gs({history:[t]}){const e=t?.reason==="missed"||t?.reason==="do_not_disturb";if(!t||!e&&t.reason!=="kiosk_closed")return[];const n=`history-${t.id}`,s=new Intl.DateTimeFormat(ce.value.language,{hour:"numeric",minute:"2-digit"}).format(t.began);return[{id:n,tone:"bad",icon:Te,title:e?u("card.missed"):u("card.cut",{n:t.peer.name}),text:e?`${t.peer.name}, ${s}`:u("card.cut_text"),acts:[["dismiss",u("common.done")],["again",u(e?"card.call_back":"common.again")]],data:n}]}const Js=({requests:t})=>t.map(({id:e,accountId:n,name:s,address:r})=>({id:`request-${n}-${e}`,icon:Ot,title:u("card.request",{n:s}),text:s===r?"":r,acts:[["reject",u("card.not_now")],["accept",u("card.accept")]],data:e,account:n})),Kt=new Set;class Zs extends L{static styles=[Pt,Ms];static properties={preview:{type:Boolean},layout:{reflect:!0},config:{state:!0},dialOpen:{state:!0},said:{state:!0}};constructor(){super(),this.preview=!1,this.config={},this.dialOpen=!1,this.said="",Dt(this,()=>{const e=E();return e?[ce,e.snapshot]:[ce]})}static getStubConfig(){return{}}static async getConfigForm(){return(await oe("config-form",()=>import("./config-form-DgNMLklc.js")))?.configForm()}setConfig(e){this.config=jt(e)}get unknownKeys(){return Rs(this.config)}set hass(e){const n=e?.locale?.language??e?.language;n&&Lt(n)}getCardSize(){return 6}getGridOptions(){return{columns:12,rows:5,min_columns:6,min_rows:2}}render(){const e=this.preview?null:E()?.snapshot.value??null;return g`<ha-card @click=${this.#d}>${e?this.#n(e):this.#t()}</ha-card>`}updated(e){e.get("dialOpen")===!1&&this.renderRoot.querySelector("input")?.focus()}#t(){const e=qs.map(n=>Vt(n,null,{...this.config,call_on_tap:"ask"}));return g`${this.#e(this.config.name||"Call Assist","online",u("card.ready"),m)}
      <ul class="rows" inert>
        ${e}
      </ul>`}#n(e){const{role:n,accounts:s,problems:r}=e;if(!e.secureContext||r.some(({kind:a})=>a==="insecure-page"))return le(C,"card.insecure");if(n==="other-tab")return le(ae,"card.other_tab",["use-here","card.use_here"]);if(n==="starting")return g`<p class="hero" role="status">${u("card.starting")}</p>`;const o=Ws(e,Kt);return n==="stopped"&&!o.length?le(C,"card.stopped",["reload","card.reload"]):s.length?this.#s(e,o.map(Wt)):g`${this.#r(o.map(Wt))}${le(ae,"card.setup_lead",["sign-in","card.setup"],"card.setup_text")}`}#s(e,n){const s=e.accounts.filter(({status:l})=>l.state!=="online"),r=s.length>0&&s.every(({status:l})=>l.state==="connecting"),o=s.length?r?u("card.connecting"):u("card.away",{count:s.length,all:e.accounts.length}):u("card.ready"),a=Bs(e.contacts,this.config.contacts),i=[...n,...a.map(l=>Vt(l,e,this.config))];a.length||i.push(g`<li class="hero">${u(e.contacts.length?"card.none_match":"card.none_yet")}</li>`);const c=g`${this.config.search??!0?g`<button
              class="ib"
              data-action="dial-open"
              aria-expanded=${this.dialOpen}
              aria-label=${u("card.search")}
            >
              ${U(zs)}
            </button>`:m}<button class="ib" data-action="settings" aria-label=${u("card.settings")}>${U(Is)}</button>`;return g`${this.#e(this.config.name||e.station.name,s.length?"away":"online",o,c)}
    ${this.dialOpen?this.#a():m}${this.#o()}${this.#r(i)}`}#e(e,n,s,r){return g`<div class="hd">
      <div class="t">
        <h2 dir="auto">${e}</h2>
        <p class=${n} role="status" data-status=${n}>${s}</p>
      </div>
      ${r}
    </div>`}#r(e){return e.length?g`<ul class="rows">
          ${e}
        </ul>`:m}#o(){return g`<p class="say" role="alert" ?hidden=${!this.said}>${this.said}</p>`}#a(){const e=s=>{s.preventDefault();const r=this.renderRoot.querySelector("input")?.value.trim()??"",o=s.submitter?.dataset.kind==="voice";r&&this.#i({text:r},!o)},n=s=>g`<button class="btn ${s==="video"?"solid":""}" data-action="dial-${s}" data-kind=${s}>
        ${u(`out.${s}`)}
      </button>`;return g`<form @submit=${e}>
      <input
        class="in"
        name="address"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="go"
        aria-label=${u("card.address")}
        placeholder=${u("card.address")}
      />
      ${n("video")}${n("voice")}
    </form>`}#d=e=>{const n=e.target.closest("[data-action]"),s=E();if(!n||!s||this.preview)return;s.snapshot.value.soundBlocked&&s.allowSound();const r=n.closest("[data-contact]")?.dataset,{action:o,id:a="",account:i=""}=n.dataset,c={accountId:r?.account??"",contactId:r?.id??""};switch(o){case"call-voice":case"call-video":return void this.#i(c,o==="call-video");case"again":{const[l]=s.snapshot.value.history;return l&&this.#i({accountId:l.peer.accountId,contactId:l.peer.contactId},l.offered.video),this.#l(a)}case"dismiss":return this.#l(a);case"accept":return void this.#c(s.acceptRequest(i,a));case"reject":return void this.#c(s.rejectRequest(i,a));case"allow-sound":return s.allowSound();case"use-here":return void this.#c(s.takeOver());case"reload":return location.reload();case"dial-open":this.dialOpen=!this.dialOpen,this.said="";return;case"sign-in":case"sign-in-again":case"settings":return void this.#u(o==="settings"?"settings":"sign-in",i||null)}};#l(e){Kt.add(e),this.requestUpdate()}async#i(e,n){this.said="";const s=await E()?.command({type:"dial",to:e,video:n,by:"touch"})??{ok:!0};!s.ok&&s.reason.startsWith("refused_")?this.said=u(`refused.${s.reason}`):s.ok&&(this.dialOpen=!1)}async#c(e){this.said="",await e.catch(()=>this.said=u("setup.other"))}async#u(e,n){const s=await oe("pages",()=>import("./pages-B3nwbrDv.js")),r=E();s&&r?s.openPage(r,e,n):this.said=`${u("card.broken")}. ${u("card.broken_text")}`}}function le(t,e,n,s){return g`<div class="hero">
    ${U(t)}
    <h2>${u(e)}</h2>
    <p>${u(s??`${e}_text`)}</p>
    ${n?g`<button class="btn solid" data-action=${n[0]}>${u(n[1])}</button>`:m}
  </div>`}const Gt={dialing:"outgoing","ringing-out":"outgoing","ringing-in":"incoming",connecting:"stage",active:"stage",reconnecting:"stage",ending:"outcome",ended:"outcome"},Ys=new Set(["declined","missed","do_not_disturb","busy_here"]);function Jt(t){const e=(...o)=>t.findLast(a=>o.includes(Gt[a.phase])),n=t.find(o=>o.phase==="ringing-in")??null,s=e("outgoing","stage");if(s)return{call:s,view:Gt[s.phase],waiting:n};if(n)return{call:n,view:"incoming",waiting:null};const r=e("outcome");return r?.reason&&!Ys.has(r.reason)?{call:r,view:"outcome",waiting:null}:null}function Qs(t){let e=null,n=null,s=!1;const r=()=>{if(s)return;const{accounts:i,calls:c,role:l}=t.snapshot.value,d=l!=="other-tab"&&Jt(c)!==null;if(!i.length&&!d||(e??=oe("overlay",()=>import("./overlay-5OGp181C.js")).then(h=>{h?r():e=null}),!d))return void o();n?.isConnected||!customElements.get("ca-overlay")||(n=Object.assign(document.createElement("ca-overlay"),{callAssist:t}),document.body.append(n))},o=()=>{n?.remove(),n=null},a=t.snapshot.subscribe(r);return r(),()=>{s=!0,a(),o()}}function Xs(){E()||(Lt(document.documentElement.lang||navigator.language),Qs(rs())),customElements.get("call-assist-card")||customElements.define("call-assist-card",Zs)}const er=Object.freeze(Object.defineProperty({__proto__:null,start:Xs},Symbol.toStringTag,{value:"Module"}));export{m as A,Ht as B,Us as C,Nn as D,er as E,Dn as N,B as S,Tt as T,Be as a,q as b,We as c,k as d,Ne as e,E as f,jt as g,L as h,ke as i,Pt as j,Dt as k,g as l,Ps as m,U as n,js as o,Te as p,C as q,he as r,Fe as s,Bt as t,Ct as u,ae as v,ce as w,qt as x,Jt as y,oe as z};
