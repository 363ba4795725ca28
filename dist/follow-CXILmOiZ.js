const L={now:()=>Date.now(),after(s,t){let e;const i=r=>{e=setTimeout(()=>r>2147483647?i(r-2147483647):t(),Math.min(Math.max(r,0),2147483647))};return i(s),()=>clearTimeout(e)}},Ht=/((?:token|secret|passw(?:or)?d|authsig|recovery_?key)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,Nt=/\bBearer\s+\S+/gi,jt=/\b(?:sy[tralu]|mct|mat|mcr)_\w+/g,zt=/[A-Za-z0-9+/_-]{20,}={0,2}/g;function D(s){return s.replace(Ht,"$1…").replace(Nt,"Bearer …").replace(jt,"…").replace(zt,t=>Rt(t)?"…":t)}function Rt(s){return/^[0-9a-f-]+$/i.test(s)||s.split(/[_/-]+/).some(t=>t.length>=20)?!0:/[0-9]/.test(s)&&/[a-z]/.test(s)&&/[A-Z]/.test(s)}function Q(s){const t=[];for(let e=s,i=0;e!=null&&i<3;i++)t.push(X(e)),e=e instanceof Error?e.cause:void 0;return t.join(" ← ")||String(s)}function X(s){if(typeof s!="object"||s===null)return M(String(s));const{name:t,code:e,errcode:i,message:r}=s,n=[t,i??e,r].filter(o=>typeof o=="string"||typeof o=="number");return n.length>0?M(n.join(" ")):M(Object.prototype.toString.call(s))}function Lt(s){if(s===void 0)return"";if(!Bt(s)||"message"in s)return Q(s);const t=Object.entries(s).map(([e,i])=>`${e}=${Dt(e,i)}`);return M(t.join(" "))}function Dt(s,t){return/token|secret|passw|key|sdp|body|content|candidate/i.test(s)?"…":typeof t=="object"&&t!==null?t instanceof Error?X(t):"{…}":String(t)}function Bt(s){return typeof s=="object"&&s!==null&&Object.getPrototypeOf(s)===Object.prototype}function M(s){const t=D(s.replace(/\s+/g," "));return t.length>200?`${t.slice(0,199)}…`:t}const It=300;function qt(s,t=console){const e=[],i=(n,o,l,a)=>{const h=Lt(a),d=D(`${o}: ${l}`)+(h&&` (${h})`);e.push({at:s.now(),level:n,text:d}),e.length>It&&e.shift(),t[n](d)},r=n=>({log:(o,l,a)=>i(o,n,l,a),child:o=>r(`${n} ${o}`)});return{...r("call-assist"),recent:()=>[...e]}}function Vt(){return{clock:L,log:qt(L),id:Wt,random:Math.random}}function Wt(){const s=crypto.getRandomValues(new Uint8Array(16));return Array.from(s,t=>t.toString(16).padStart(2,"0")).join("")}const T=globalThis,B=T.ShadowRoot&&(T.ShadyCSS===void 0||T.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,I=Symbol(),tt=new WeakMap;let et=class{constructor(t,e,i){if(this._$cssResult$=!0,i!==I)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o;const e=this.t;if(B&&t===void 0){const i=e!==void 0&&e.length===1;i&&(t=tt.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),i&&tt.set(e,t))}return t}toString(){return this.cssText}};const Zt=s=>new et(typeof s=="string"?s:s+"",void 0,I),q=(s,...t)=>{const e=s.length===1?s[0]:t.reduce((i,r,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+s[n+1],s[0]);return new et(e,s,I)},st=(s,t)=>{if(B)s.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(const e of t){const i=document.createElement("style"),r=T.litNonce;r!==void 0&&i.setAttribute("nonce",r),i.textContent=e.cssText,s.appendChild(i)}},it=B?s=>s:s=>s instanceof CSSStyleSheet?(t=>{let e="";for(const i of t.cssRules)e+=i.cssText;return Zt(e)})(s):s;const{is:Jt,defineProperty:Kt,getOwnPropertyDescriptor:Gt,getOwnPropertyNames:Ft,getOwnPropertySymbols:Yt,getPrototypeOf:Qt}=Object,H=globalThis,rt=H.trustedTypes,Xt=rt?rt.emptyScript:"",te=H.reactiveElementPolyfillSupport,S=(s,t)=>s,V={toAttribute(s,t){switch(t){case Boolean:s=s?Xt:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,t){let e=s;switch(t){case Boolean:e=s!==null;break;case Number:e=s===null?null:Number(s);break;case Object:case Array:try{e=JSON.parse(s)}catch{e=null}}return e}},nt=(s,t)=>!Jt(s,t),ot={attribute:!0,type:String,converter:V,reflect:!1,useDefault:!1,hasChanged:nt};Symbol.metadata??=Symbol("metadata"),H.litPropertyMetadata??=new WeakMap;let b=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=ot){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){const i=Symbol(),r=this.getPropertyDescriptor(t,i,e);r!==void 0&&Kt(this.prototype,t,r)}}static getPropertyDescriptor(t,e,i){const{get:r,set:n}=Gt(this.prototype,t)??{get(){return this[e]},set(o){this[e]=o}};return{get:r,set(o){const l=r?.call(this);n?.call(this,o),this.requestUpdate(t,l,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??ot}static _$Ei(){if(this.hasOwnProperty(S("elementProperties")))return;const t=Qt(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(S("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(S("properties"))){const e=this.properties,i=[...Ft(e),...Yt(e)];for(const r of i)this.createProperty(r,e[r])}const t=this[Symbol.metadata];if(t!==null){const e=litPropertyMetadata.get(t);if(e!==void 0)for(const[i,r]of e)this.elementProperties.set(i,r)}this._$Eh=new Map;for(const[e,i]of this.elementProperties){const r=this._$Eu(e,i);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){const e=[];if(Array.isArray(t)){const i=new Set(t.flat(1/0).reverse());for(const r of i)e.unshift(it(r))}else t!==void 0&&e.push(it(t));return e}static _$Eu(t,e){const i=e.attribute;return i===!1?void 0:typeof i=="string"?i:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){const t=new Map,e=this.constructor.elementProperties;for(const i of e.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}createRenderRoot(){const t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return st(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,i){this._$AK(t,i)}_$ET(t,e){const i=this.constructor.elementProperties.get(t),r=this.constructor._$Eu(t,i);if(r!==void 0&&i.reflect===!0){const n=(i.converter?.toAttribute!==void 0?i.converter:V).toAttribute(e,i.type);this._$Em=t,n==null?this.removeAttribute(r):this.setAttribute(r,n),this._$Em=null}}_$AK(t,e){const i=this.constructor,r=i._$Eh.get(t);if(r!==void 0&&this._$Em!==r){const n=i.getPropertyOptions(r),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:V;this._$Em=r;const l=o.fromAttribute(e,n.type);this[r]=l??this._$Ej?.get(r)??l,this._$Em=null}}requestUpdate(t,e,i,r=!1,n){if(t!==void 0){const o=this.constructor;if(r===!1&&(n=this[t]),i??=o.getPropertyOptions(t),!((i.hasChanged??nt)(n,e)||i.useDefault&&i.reflect&&n===this._$Ej?.get(t)&&!this.hasAttribute(o._$Eu(t,i))))return;this.C(t,e,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:i,reflect:r,wrapped:n},o){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,o??e??this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||i||(e=void 0),this._$AL.set(t,e)),r===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}const t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(const[r,n]of this._$Ep)this[r]=n;this._$Ep=void 0}const i=this.constructor.elementProperties;if(i.size>0)for(const[r,n]of i){const{wrapped:o}=n,l=this[r];o!==!0||this._$AL.has(r)||l===void 0||this.C(r,void 0,n,l)}}let t=!1;const e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(e)):this._$EM()}catch(i){throw t=!1,this._$EM(),i}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};b.elementStyles=[],b.shadowRootOptions={mode:"open"},b[S("elementProperties")]=new Map,b[S("finalized")]=new Map,te?.({ReactiveElement:b}),(H.reactiveElementVersions??=[]).push("2.1.2");const W=globalThis,at=s=>s,N=W.trustedTypes,ct=N?N.createPolicy("lit-html",{createHTML:s=>s}):void 0,lt="$lit$",$=`lit$${Math.random().toFixed(9).slice(2)}$`,ht="?"+$,ee=`<${ht}>`,g=document,E=()=>g.createComment(""),k=s=>s===null||typeof s!="object"&&typeof s!="function",Z=Array.isArray,se=s=>Z(s)||typeof s?.[Symbol.iterator]=="function",J=`[ 	
\f\r]`,C=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,dt=/-->/g,pt=/>/g,m=RegExp(`>|${J}(?:([^\\s"'>=/]+)(${J}*=${J}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ut=/'/g,ft=/"/g,$t=/^(?:script|style|textarea|title)$/i,gt=s=>(t,...e)=>({_$litType$:s,strings:t,values:e}),ie=gt(1),mt=gt(2),y=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),yt=new WeakMap,_=g.createTreeWalker(g,129);function _t(s,t){if(!Z(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return ct!==void 0?ct.createHTML(t):t}const re=(s,t)=>{const e=s.length-1,i=[];let r,n=t===2?"<svg>":t===3?"<math>":"",o=C;for(let l=0;l<e;l++){const a=s[l];let h,d,c=-1,u=0;for(;u<a.length&&(o.lastIndex=u,d=o.exec(a),d!==null);)u=o.lastIndex,o===C?d[1]==="!--"?o=dt:d[1]!==void 0?o=pt:d[2]!==void 0?($t.test(d[2])&&(r=RegExp("</"+d[2],"g")),o=m):d[3]!==void 0&&(o=m):o===m?d[0]===">"?(o=r??C,c=-1):d[1]===void 0?c=-2:(c=o.lastIndex-d[2].length,h=d[1],o=d[3]===void 0?m:d[3]==='"'?ft:ut):o===ft||o===ut?o=m:o===dt||o===pt?o=C:(o=m,r=void 0);const f=o===m&&s[l+1].startsWith("/>")?" ":"";n+=o===C?a+ee:c>=0?(i.push(h),a.slice(0,c)+lt+a.slice(c)+$+f):a+$+(c===-2?l:f)}return[_t(s,n+(s[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),i]};class O{constructor({strings:t,_$litType$:e},i){let r;this.parts=[];let n=0,o=0;const l=t.length-1,a=this.parts,[h,d]=re(t,e);if(this.el=O.createElement(h,i),_.currentNode=this.el.content,e===2||e===3){const c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(r=_.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(const c of r.getAttributeNames())if(c.endsWith(lt)){const u=d[o++],f=r.getAttribute(c).split($),U=/([.?@])?(.*)/.exec(u);a.push({type:1,index:n,name:U[2],strings:f,ctor:U[1]==="."?oe:U[1]==="?"?ae:U[1]==="@"?ce:j}),r.removeAttribute(c)}else c.startsWith($)&&(a.push({type:6,index:n}),r.removeAttribute(c));if($t.test(r.tagName)){const c=r.textContent.split($),u=c.length-1;if(u>0){r.textContent=N?N.emptyScript:"";for(let f=0;f<u;f++)r.append(c[f],E()),_.nextNode(),a.push({type:2,index:++n});r.append(c[u],E())}}}else if(r.nodeType===8)if(r.data===ht)a.push({type:2,index:n});else{let c=-1;for(;(c=r.data.indexOf($,c+1))!==-1;)a.push({type:7,index:n}),c+=$.length-1}n++}}static createElement(t,e){const i=g.createElement("template");return i.innerHTML=t,i}}function A(s,t,e=s,i){if(t===y)return t;let r=i!==void 0?e._$Co?.[i]:e._$Cl;const n=k(t)?void 0:t._$litDirective$;return r?.constructor!==n&&(r?._$AO?.(!1),n===void 0?r=void 0:(r=new n(s),r._$AT(s,e,i)),i!==void 0?(e._$Co??=[])[i]=r:e._$Cl=r),r!==void 0&&(t=A(s,r._$AS(s,t.values),r,i)),t}class ne{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){const{el:{content:e},parts:i}=this._$AD,r=(t?.creationScope??g).importNode(e,!0);_.currentNode=r;let n=_.nextNode(),o=0,l=0,a=i[0];for(;a!==void 0;){if(o===a.index){let h;a.type===2?h=new w(n,n.nextSibling,this,t):a.type===1?h=new a.ctor(n,a.name,a.strings,this,t):a.type===6&&(h=new le(n,this,t)),this._$AV.push(h),a=i[++l]}o!==a?.index&&(n=_.nextNode(),o++)}return _.currentNode=g,r}p(t){let e=0;for(const i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(t,i,e),e+=i.strings.length-2):i._$AI(t[e])),e++}}class w{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,i,r){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=i,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=A(this,t,e),k(t)?t===p||t==null||t===""?(this._$AH!==p&&this._$AR(),this._$AH=p):t!==this._$AH&&t!==y&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):se(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==p&&k(this._$AH)?this._$AA.nextSibling.data=t:this.T(g.createTextNode(t)),this._$AH=t}$(t){const{values:e,_$litType$:i}=t,r=typeof i=="number"?this._$AC(t):(i.el===void 0&&(i.el=O.createElement(_t(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===r)this._$AH.p(e);else{const n=new ne(r,this),o=n.u(this.options);n.p(e),this.T(o),this._$AH=n}}_$AC(t){let e=yt.get(t.strings);return e===void 0&&yt.set(t.strings,e=new O(t)),e}k(t){Z(this._$AH)||(this._$AH=[],this._$AR());const e=this._$AH;let i,r=0;for(const n of t)r===e.length?e.push(i=new w(this.O(E()),this.O(E()),this,this.options)):i=e[r],i._$AI(n),r++;r<e.length&&(this._$AR(i&&i._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){const i=at(t).nextSibling;at(t).remove(),t=i}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}}class j{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,i,r,n){this.type=1,this._$AH=p,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=p}_$AI(t,e=this,i,r){const n=this.strings;let o=!1;if(n===void 0)t=A(this,t,e,0),o=!k(t)||t!==this._$AH&&t!==y,o&&(this._$AH=t);else{const l=t;let a,h;for(t=n[0],a=0;a<n.length-1;a++)h=A(this,l[i+a],e,a),h===y&&(h=this._$AH[a]),o||=!k(h)||h!==this._$AH[a],h===p?t=p:t!==p&&(t+=(h??"")+n[a+1]),this._$AH[a]=h}o&&!r&&this.j(t)}j(t){t===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}}class oe extends j{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===p?void 0:t}}class ae extends j{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==p)}}class ce extends j{constructor(t,e,i,r,n){super(t,e,i,r,n),this.type=5}_$AI(t,e=this){if((t=A(this,t,e,0)??p)===y)return;const i=this._$AH,r=t===p&&i!==p||t.capture!==i.capture||t.once!==i.once||t.passive!==i.passive,n=t!==p&&(i===p||r);r&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}}class le{constructor(t,e,i){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(t){A(this,t)}}const he={I:w},de=W.litHtmlPolyfillSupport;de?.(O,w),(W.litHtmlVersions??=[]).push("3.3.3");const vt=(s,t,e)=>{const i=e?.renderBefore??t;let r=i._$litPart$;if(r===void 0){const n=e?.renderBefore??null;i._$litPart$=r=new w(t.insertBefore(E(),n),n,void 0,e??{})}return r._$AI(s),r};const K=globalThis;let P=class extends b{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){const e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=vt(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return y}};P._$litElement$=!0,P.finalized=!0,K.litElementHydrateSupport?.({LitElement:P});const pe=K.litElementPolyfillSupport;pe?.({LitElement:P}),(K.litElementVersions??=[]).push("4.2.2");const ue=q`
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
  /* Names keep their own direction, not their own side. */
  [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
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
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`,fe=q`
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
    overflow-wrap: anywhere;
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
  :host([density='compact']) ha-card {
    padding: 9px 11px 10px;
  }
  :host([density='compact']) .hero {
    gap: 6px;
    padding: 0;
    justify-content: center;
  }
  :host([density='compact']) .hero :is(.i, p) {
    display: none;
  }
  :host([density='compact']) .hero h2 {
    font-size: 15px;
  }
  :host([density='compact']) .hero .btn {
    inline-size: 100%;
    padding-inline: 8px;
    border-radius: 16px;
  }
  @container (max-width: 300px) {
    .hero > .i,
    .hero > p {
      display: none;
    }
    .hero h2 {
      font-size: 18px;
    }
  }
`,bt=["phone","tv"],At=["automatic","tile","list","panel"],xt=["ask","voice","video"],wt=["show","while_ringing","always"],St=s=>typeof s=="string",Et=[St,"a text is needed"],z=[s=>typeof s=="boolean","true or false is needed"],R=s=>[t=>s.some(e=>e===t),`choose ${s.slice(0,-1).join(", ")} or ${s.at(-1)}`],kt={name:Et,mode:R(bt),layout:R(At),contacts:[s=>Array.isArray(s)&&s.every(St),"a list of names or addresses is needed"],call_on_tap:R(xt),station:Et,presence:z,recents:z,stations:z,search:z,names:R(wt)};function $e(s){if(typeof s!="object"||s===null||Array.isArray(s))throw new Error(`configuration: a set of keys is needed, got ${Ct(s)}`);const t={...s};for(const[e,[i,r]]of Object.entries(kt)){const n=t[e];if(n==null)delete t[e];else if(!i(n))throw new Error(`${e}: ${r}, got ${Ct(n)}`)}return t}const ge=["type","view_layout","layout_options","grid_options","visibility","disabled"];function me(s){return Object.keys(s).filter(t=>!ge.includes(t)&&!(t in kt))}function Ct(s){const t=typeof s=="string"?`"${s}"`:JSON.stringify(s)??String(s);return t.length>60?`${t.slice(0,60)}…`:t}class Pt{#t=new Set;#e;constructor(t){this.#e=t}get value(){return this.#e}set(t){if(!Object.is(t,this.#e)){this.#e=t;for(const e of[...this.#t])try{e(t)}catch(i){queueMicrotask(()=>{throw i})}}}subscribe(t){const e=i=>t(i);return this.#t.add(e),()=>{this.#t.delete(e)}}get listeners(){return this.#t.size}}const ye={"card.starting":"Starting…","card.setup":"Set up this device","card.setup_lead":"Make this tablet a phone","card.setup_text":"Call the people you love from this screen. It takes a few minutes.","card.other_tab":"Calls are open in another tab","card.other_tab_text":"One tab of this device has the calls.","card.use_here":"Use here","card.insecure":"This page is not secure","card.insecure_text":"Browsers give microphone and camera only to HTTPS pages. Open Home Assistant by HTTPS: with Home Assistant Cloud, with a reverse proxy, or with a certificate of your own.","card.stopped":"Calls have stopped on this page","card.reload":"Load again","card.broken":"A part of Call Assist is missing","card.broken_text":"An update may have replaced it. Load the page again when your call is over.","card.settings":"Settings of this device"},G={de:async()=>(await import("./de-6k3d0SAx.js")).de,es:async()=>(await import("./es-B9Bkm8G4.js")).es,fr:async()=>(await import("./fr-VgXLEdBe.js")).fr,nl:async()=>(await import("./nl-qzfDkFER.js")).nl},_e={ca:"es",eu:"es",fy:"nl",gl:"es",gsw:"de-CH",lb:"de-LU"},Ot="en-150";let x=ye;const v=new Pt({language:"en",table:x});let F="en";const Y=new Set(["card"]);let Ut=0;const ve=v;async function be(s){const t=s&&Ae(s);!t||t===F||(F=t,await Mt())}function Ae(s){try{const{language:t,baseName:e}=new Intl.Locale(s.replaceAll("_","-"));return t==="en"||t in G?e:_e[t]??Ot}catch{return Ot}}function xe(s,t){Y.has(s)||(Y.add(s),x={...x,...t},Mt())}async function Mt(){const s=Ut+=1,t=F,e=G[t.split("-")[0]??""];if(!e)return v.set({language:t,table:x});v.set({...v.value,table:{...x,...v.value.table}});const i=await e().then(r=>Promise.all([...Y].map(n=>r[n]()))).catch(()=>[]);s===Ut&&v.set({language:t,table:Object.assign({},x,...i)})}function Tt(s,t={}){return(v.value.table[s]??s).replace(/\{(\w+)\}/g,(e,i)=>String(t[i]??e)).trim()}function we(s,t){return Tt(s,t)}const Se=["M5 5.5h8a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3zM17.4 10.4 21 8.1c.5-.3 1.1 0 1.1.6v6.6c0 .6-.6.9-1.1.6l-3.6-2.3z",""],Ee=["","M12 3.8 2.6 19.6c-.3.5.1 1.1.6 1.1h17.6c.5 0 .9-.6.6-1.1zM12 10v4.5M12 17.6v.1"];function ke([s,t]){return mt`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path class="f" d=${s} /><path d=${t} /></svg>`}function Ce(s,t){s.addController(new Pe(s,t))}class Pe{#t;#e;#s=[];constructor(t,e){this.#t=t,this.#e=e}hostConnected(){this.#s=this.#e().map(t=>t.subscribe(()=>this.#t.requestUpdate())),this.#t.requestUpdate()}hostDisconnected(){for(const t of this.#s)t();this.#s=[]}}export{p as A,vt as D,y as E,G as L,bt as M,wt as N,st as S,xt as T,fe as a,ie as b,$e as c,P as d,ke as e,Ce as f,Pt as g,Vt as h,q as i,Ee as j,At as k,Tt as l,mt as m,D as n,Q as o,xe as p,he as q,ue as r,be as s,we as t,me as u,Se as v,ve as w,L as x};
