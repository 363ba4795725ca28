import{A as m,e as g,b as p,w as X,i as L,v as k,m as pe,j as Y,d as ue,f as me,S as ge}from"./follow-CXILmOiZ.js";import{a as fe,p as y,s as ve,c as we,b as be}from"./styles-vvU9KK_3.js";import{t as o}from"./more-D1QN5pac.js";import{l as E,k as xe,f as ke,h as ye,m as $e,g as ze}from"./app-oQJzt6yM.js";import{s as I}from"./station-of-CKuNdvPH.js";import{t as Ae,c as _e}from"./target-of-C0PIqFxi.js";import{f as Me}from"./devices-BSqrq19G.js";import{a as Se,h as R}from"./avatar-D5ZbJEIc.js";const Ee=t=>t.startsWith("display-");function w({action:t,call:e,icon:s,word:i,look:n,label:a,pressed:l,opens:r}){return p`<button
    class=${n}
    data-action=${t}
    data-call=${e.id}
    aria-label=${a??m}
    aria-pressed=${l??m}
    aria-haspopup=${r?"dialog":m}
  >
    ${s?g(s):m}<span>${i}</span>
  </button>`}function O(t){const e=Math.max(0,Math.floor(t/1e3)),[s,i,n]=[Math.floor(e/3600),Math.floor(e/60)%60,String(e%60).padStart(2,"0")];return s?`${s}:${String(i).padStart(2,"0")}:${n}`:`${i}:${n}`}function T(t,e){return Math.max(0,Math.ceil((t-e)/1e3))}function j(t){return new Intl.NumberFormat(X.value.language,{style:"unit",unit:"second",unitDisplay:"long"}).format(t)}function _({peer:t}){const e=[...t.name];return e.length>40?`${e.slice(0,39).join("")}…`:t.name}function C({peer:t},e=t.name){return p`<h2 class="name ${e.length>24?"long":""}" id="name"><bdi>${e}</bdi></h2>`}function Ie({camera:t,station:e},s){const i="source"in t?t.source:I(s.snapshot.value,e).camera;if(i==="this_device"||t.state==="on"&&t.path==="device")return{cameraName:o("call.this_camera"),still:null};const n=s.cameras().find(({id:a})=>a===i);return{cameraName:n?.name??i,still:n?.still??null}}function J(t,e,s){const i={camera:e};if(t.cameraOnAt!==null)return o("call.self_soon",{...i,time:j(T(t.cameraOnAt,s))});switch(t.camera.state){case"on":return!t.sending.video&&t.phase==="active"?o("call.self_off"):t.camera.path==="hls"?o("call.self_late",i):o(t.camera.path==="still"?"call.self_still":"call.self_on",i);case"opening":return o("call.self_opening",i);case"lost":return o("call.self_lost",i);case"failed":return o("call.self_failed");default:return o("call.self_off")}}function Oe(t){return t.camera.state==="on"&&(t.sending.video||t.phase!=="active")}const b=t=>({assertive:!1,text:t}),$=t=>({assertive:!0,text:t});function Te(t,{call:e,view:s,waiting:i}){const n={n:e.peer.name},a=t?.call.id===e.id?t.call:null;if(i&&i.id!==t?.waiting?.id)return $(o("in.waiting",{n:i.peer.name}));if(a?.phase!==e.phase)switch(s){case"incoming":return e.dropIn?$(o("in.dropin",n)):e.peer.contactId?$(o("in.from",{kind:o(e.offered.video?"in.video":"in.voice"),...n})):$(o(e.offered.video?"in.video":"in.voice"));case"outgoing":return b(o(e.phase==="ringing-out"?"out.ringing":"out.calling"));case"stage":return b(o(e.phase==="active"?"call.connected":e.phase==="connecting"?"call.connecting":"call.reconnecting"));case"outcome":{if(a?.phase==="ending"||!e.reason)return null;const l=e.connected===null?"":`, ${O((e.ended??e.connected)-e.connected)}`,r=o(`end.${e.reason}`,{...n,account:e.accountAddress});return l?b(`${r}${l}`):$(r)}}return a&&a.remoteOnHold!==e.remoteOnHold?b(e.remoteOnHold?o("call.on_hold",n):o("call.connected")):a&&!a.remoteUnreadable&&e.remoteUnreadable?b(o("call.unreadable",n)):a&&!a.silenced&&e.silenced?b(o("card.silent")):a&&a.wanted.audio!==e.wanted.audio?b(o(e.wanted.audio?"call.mic_on":"call.mic_off")):a&&a.wanted.video!==e.wanted.video?b(o(e.wanted.video?"call.cam_on":"call.cam_off")):null}const Ce=[10,5,3,2,1];function He(t,e){return e===null?null:Ce.some(s=>e<=s&&(t===null||t>s))?$(String(e)):null}function Le(t,e){return t===e||t===null||e===null?null:b(o(`call.${e}`))}function Re(t,e){return e&&!t?b(o("call.self_mic")):null}class je{said=null;#e=null;#t=null;#s=null;#i=!1;hear(e,s,i,n,a=null){this.said=Te(this.#e,e)??a??He(this.#t,s)??Le(this.#s,i)??Re(this.#i,n)??this.said,this.#e=e,this.#t=s,this.#s=i,this.#i=n}}class qe{kind=null;async open(e){const s=await E("call-sheet",()=>import("./call-sheet-DQmv-r5j.js"));return s&&(this.kind=e),s!==null}close(){const{kind:e}=this;return this.kind=null,e}render(e){return this.kind?p`<ca-call-sheet
      .callAssist=${e.callAssist}
      .call=${e.call}
      .peer=${e.peer}
      .kind=${this.kind}
      .speaker=${e.speaker}
      .fullScreen=${e.fullScreen}
      @ca-speaker=${s=>e.listenOn(s.detail)}
      @ca-close=${()=>e.close()}
    ></ca-call-sheet>`:m}}async function Ve(t,e,s){const i=s.id,n="touch",a=async c=>(await t.command(c),null),l=async()=>t.snapshot.value.calls.some(({id:c})=>c===i)?a({type:"dismiss",callId:i,by:n}):null,r=async c=>{const d=t.snapshot.value,{accountId:u,contactId:v}=s.peer,h=Ae(s.peer,d)??{accountId:u,contactId:v},f=I(d,s.station).slug,x=await t.command({type:"dial",to:h,video:c,by:n,station:f});return!x.ok&&Pe(x.reason)?x.reason:l()};switch(e){case"answer-video":case"answer-voice":{const c=e==="answer-video",{ok:d}=await t.command({type:"answer",callId:i,video:c,by:n});return d&&c&&!s.offered.video&&await a({type:"set-media",callId:i,video:!0,by:n}),null}case"decline":case"hang-up":case"only-ring":return a({type:e,callId:i,by:n});case"dismiss":return l();case"toggle-microphone":return a({type:"set-media",callId:i,audio:!s.wanted.audio,by:n});case"toggle-camera":return a({type:"set-media",callId:i,video:!s.wanted.video,by:n});case"end-and-answer":return a({type:"answer",callId:i,video:s.offered.video,by:n});case"again":return r(s.offered.video);case"voice-only":return r(!1);default:return e}}const Pe=t=>t.startsWith("refused_");class Ue{#e=new Set;async run(e,s){if(this.#e.has(e))return;this.#e.add(e);const i=new Promise(n=>setTimeout(n,2e3));await Promise.race([s(),i]),this.#e.delete(e)}clear(){this.#e.clear()}}function De(t,{phase:e,silenced:s}){const{sounding:i,soundBlocked:n}=t.snapshot.value;return e==="ringing-in"&&!s&&i!==null&&!n}async function Fe(t,{id:e}){await t.command({type:"silence",callId:e,by:"touch"})}class We{#e;#t;#s=new Ue;refusal=null;constructor(e,s){this.#e=e,this.#t=s}do(e,s){this.#s.run(`${e} ${s.id}`,()=>this.#i(e,s))}clear(){this.#s.clear()}#i(e,s){const i=this.#e;switch(e){case"silence":return Fe(i.callAssist,s);case"show-who":return i.reveal(s);case"touch-to-hear":return i.callAssist.allowSound(),i.hear();case"make-small":case"restore":return i.resize(e==="make-small");case"swap":return i.swap();case"sign-in":case"settings":case"diagnostics":return this.#a(e,s);case"camera":case"display":case"volume":case"more":case"message":case"help.microphone":case"help.https":case"help.relay":return i.cover(e);default:return Ee(e)?i.display(e,s):this.#n(e,s)}}async#n(e,s){(e==="answer-video"||e==="answer-voice"||e==="end-and-answer")&&this.#t.enter(),e==="dismiss"&&this.#e.release(),this.refusal=await Ve(this.#e.callAssist,e,s),this.refusal===null&&(e==="again"||e==="voice-only")&&this.#e.release(),this.#e.redraw()}async#a(e,s){await this.#n("dismiss",s),(await E("pages",()=>import("./pages-Biu1WDUk.js").then(i=>i.y)))?.openPage(this.#e.callAssist,e,e==="sign-in"?s.peer.accountId:null)}}class Ne{#e;#t=!1;constructor(e=document){this.#e=e}get on(){return this.#e.fullscreenElement!==null}enter(){this.on||(this.#t=!0,this.#s(()=>this.#e.documentElement.requestFullscreen?.()))}leave(){this.#t&&(this.#t=!1,this.on&&this.#s(()=>this.#e.exitFullscreen()))}async#s(e){try{await e()}catch{this.#t=!1}}}class Be{#e;#t;constructor(e){this.#e=e}get held(){return this.#t!==void 0}begin(e){this.end(),this.#t=setTimeout(()=>{this.end(),e()},600),this.#e()}end(){this.#t!==void 0&&(clearTimeout(this.#t),this.#t=void 0,this.#e())}}const Ke=400,Ge=8e3;class Xe{place=null;hold;touched=0;#e=0;#t=!1;#s=!1;constructor(e){this.hold=new Be(e)}down(e,s,i){this.#t=s.guarded||s.resting,s.resting&&(this.#e=s.now),this.touched=s.now,this.place?.down(e);const n=e.target.closest('[data-action="hang-up"]');n&&s.holdToHangUp&&!this.#t&&!this.#s&&this.hold.begin(()=>i(n))}move(e,s,i){e.pointerType==="mouse"&&(e.movementX||e.movementY)&&(this.touched=i),this.place?.move(e,s)}up(e,s){this.hold.end(),this.place?.up(e,s)}touches(e){this.#s=e.touches.length>=3,this.#s&&this.hold.end()}stray(e,s,{now:i,guarded:n,holdToHangUp:a}){return e.detail===0?!1:this.#t||n||this.#s||this.place?.dragged?!0:s==="hang-up"&&(a||i-this.#e<Ke)}}const Ye={incoming:600,outgoing:400,stage:400,outcome:400},Je={incoming:"silence",outgoing:null,stage:"rest",outcome:"dismiss"};function Qe({key:t,shift:e,repeat:s},i,n,a){return s?null:t==="Escape"&&e?i==="incoming"?"decline":i==="outcome"?null:"hang-up":t==="Escape"?Je[i]:i==="incoming"?t==="Enter"&&!n&&a>=800?"answer":null:i==="outcome"?null:t==="m"||t==="M"?"toggle-microphone":t==="v"||t==="V"?"toggle-camera":null}class Ze{#e=null;press(e,s){return this.#e?!0:s.wanted.audio?!1:(this.#e={callAssist:e,id:s.id},this.#t(!0),!0)}release(){return this.#e?(this.#t(!1),this.#e=null,!0):!1}#t(e){if(!this.#e)return;const{callAssist:s,id:i}=this.#e;s.command({type:"set-media",callId:i,audio:e,by:"touch"})}}class et{#e=new Ze;press(e,s){const{callAssist:i,call:n,view:a,age:l,covered:r,place:c}=s,d=e.composedPath()[0],u=d instanceof HTMLButtonElement?d:null;if(r&&e.key!=="Escape")return null;const v=e.currentTarget,h=e.repeat&&u!==null||e.key===" "&&a==="stage"&&this.#e.press(i,n)||u?.dataset.action==="swap"&&c?.key(e.key,v),f={key:e.key,shift:e.shiftKey,repeat:e.repeat},x=h?null:Qe(f,a,u!==null,l);return(h||x||e.key==="Escape")&&e.preventDefault(),r?e.repeat?null:"uncover":x==="answer"?tt(n):x}lift(e){e.key===" "&&this.#e.release()&&e.preventDefault()}leave(){this.#e.release()}}function tt(t){return(t.dropIn?t.dropIn.video:t.offered.video)?"answer-video":"answer-voice"}class st{gestures;#e=new et;#t;constructor(e){this.#t=e,this.gestures=new Xe(()=>e.redraw())}get moment(){const{shown:e,age:s,mayRest:i,callAssist:n}=this.#t,a=this.#t.now();return{now:a,guarded:e!==null&&s<Ye[e.view],resting:i&&a-this.gestures.touched>Ge,holdToHangUp:n.snapshot.value.settings.holdToHangUp}}begin(){this.gestures.touched=this.#t.now(),this.#t.shown?.view!=="stage"&&this.#e.leave()}leave(){this.#e.leave(),this.gestures.hold.end()}touched=e=>{const{callAssist:s}=this.#t;this.gestures.down(e,this.moment,({dataset:i})=>{const n=this.#t.real(i.call);n&&this.#t.do("hang-up",n)}),this.#t.reads(),s.snapshot.value.soundBlocked&&s.allowSound(),this.#t.redraw()};moved=e=>{const{resting:s}=this.moment;this.gestures.move(e,e.currentTarget,this.#t.now()),(s||this.gestures.place?.dragged)&&this.#t.redraw()};let=e=>this.gestures.up(e,e.currentTarget);palm=e=>this.gestures.touches(e);clicked=e=>{const s=e.target.closest("[data-action]"),i=this.#t.real(s?.dataset.call),n=s?.dataset.action;n&&i&&!this.gestures.stray(e,n,this.moment)&&this.#t.do(n,i)};pressed=e=>{const{callAssist:s,shown:i,age:n,covered:a}=this.#t,l=i&&this.#t.real(i.call.id);if(!l)return;this.focused(),this.#t.reads();const{place:r}=this.gestures,c=this.#e.press(e,{callAssist:s,call:l,view:i.view,age:n,covered:a,place:r});c==="uncover"?this.#t.uncover():c==="rest"?this.gestures.touched=0:c&&this.#t.do(c,l)};lifted=e=>this.#e.lift(e);focused=()=>{this.gestures.touched=this.#t.now(),this.#t.redraw()};blurred=e=>{e.relatedTarget||this.#e.leave()}}const it=["opened","wa-show","wa-after-show","location-changed","fullscreenchange"];function nt(t,e,s){const i=new AbortController,{signal:n}=i;let a=0,l=-200,r=t,c=!1;const d=()=>{if(a=0,!t.isConnected||(c?at(t):t.open&&!ot(t,e))||performance.now()-l<200)return;if(l=performance.now(),c)return P(t,!0);const h=r.isConnected?r:t;U(t),P(t,!1),h.focus()},u=()=>{a||=requestAnimationFrame(d)};for(const h of it)window.addEventListener(h,u,{capture:!0,signal:n});for(const h of["keydown","keyup","keypress"])t.addEventListener(h,f=>f.stopPropagation(),{signal:n});t.addEventListener("cancel",h=>h.preventDefault(),{signal:n}),t.addEventListener("close",u,{signal:n}),t.addEventListener("focusin",({target:h})=>{r=h},{signal:n}),t.addEventListener("focusout",u,{signal:n});const v=setInterval(u,1e3);return V("none"),q?t.showPopover():t.showModal(),a=requestAnimationFrame(()=>{a=requestAnimationFrame(d)}),t.focus(),{small(h){if(!(n.aborted||h===c)){if(c=h,U(t),P(t,h),!h)return t.focus();s?.isConnected?s.focus():e.shadowRoot?.activeElement?.blur()}},lower(){n.aborted||(i.abort(),clearInterval(v),cancelAnimationFrame(a),V(""),U(t),s?.isConnected&&s.focus())}}}const q="showPopover"in HTMLElement.prototype,Q=t=>q&&t.matches(":popover-open"),at=t=>t.open||Q(t);function V(t){document.documentElement.style.scrollbarWidth=t}function P(t,e){V(e?"":"none"),e?q?t.showPopover():t.show():t.showModal()}function U(t){Q(t)?t.hidePopover():t.close()}function ot(t,e){const{left:s,top:i,width:n,height:a}=t.getBoundingClientRect(),l=document.elementFromPoint(s+n/2,i+a/2);return l!==e&&l!==t&&!t.contains(l)}class Z{element;stream=new MediaStream;#e;#t=!1;#s=!1;#i=null;#n=!1;constructor(e,s){this.element=e,this.#e=s,e.addEventListener("pause",this.#a)}get blocked(){return this.#t}take(e){for(const s of this.stream.getTracks())e.has(s)||this.stream.removeTrack(s);for(const s of e)this.stream.addTrack(s);e.size!==0&&(this.element.srcObject||(this.element.srcObject=this.stream),this.#a())}sound(e,s){this.element.volume!==e&&(this.element.volume=e),this.#n=e===0,this.#t||(this.element.muted=this.#n);const i=s?.deviceId??"";this.#i===i||this.#i===null&&i===""||(this.#i=i,this.#o(i,s))}hear(){this.#t&&(this.element.muted=this.#n,this.#r(!1),this.#a())}close(){this.#s=!0,this.element.removeEventListener("pause",this.#a),this.element.srcObject=null,this.element.remove()}#a=()=>{this.#s||!this.element.srcObject||this.element.play().catch(e=>{this.#s||this.element.muted||e.name!=="NotAllowedError"||(this.element.muted=!0,this.#r(!0),this.#a())})};async#o(e,s){try{await this.element.setSinkId?.(e)}catch{const i=await navigator.mediaDevices.enumerateDevices().catch(()=>[]),n=s&&Me(i,"audiooutput",s);n&&await this.element.setSinkId(n).catch(()=>{})}}#r(e){this.#t=e,this.#e()}}const lt=new Set(["connecting","active","reconnecting"]);class rt{#e=new Map;#t;constructor(e){this.#t=e}sync(e,s,i){const n=s.filter(({phase:a})=>lt.has(a)).map(({id:a})=>a);for(const[a,l]of this.#e)n.includes(a)||(l.close(),this.#e.delete(a));for(const a of n){const l=this.#e.has(a)?null:i(a);l&&this.#e.set(a,new ct(e,a,l,this.#t))}}show(e,s){for(const[i,{element:n}]of this.#e)n.hidden=i!==e,n.setAttribute("aria-label",s)}sound(e,s){for(const i of this.#e.values())i.sound(e,s)}shares(e){return this.#e.get(e)?.shares??!1}blocked(e){return this.#e.get(e)?.blocked??!1}hear(){for(const e of this.#e.values())e.hear()}close(){for(const e of this.#e.values())e.close();this.#e.clear()}}class ct{element=document.createElement("video");#e;#t=new Map;#s;#i;#n;#a=new AbortController;#o=1;#r=null;shares=!1;constructor(e,s,i,n){this.#s=e,this.#i=n,this.element.playsInline=!0,this.element.dataset.call=s,this.element.hidden=!0,this.#e=new Z(this.element,n),e.append(this.element),this.#n=()=>this.#h(i.remote.value),this.#a.signal.addEventListener("abort",i.remote.subscribe(this.#n)),this.#n()}get blocked(){return this.#c().some(({blocked:e})=>e)}sound(e,s){this.#o=e,this.#r=s;for(const i of this.#c())i.sound(e,s)}hear(){for(const e of this.#c())e.hear()}close(){this.#a.abort();for(const e of this.#c())e.close();this.#t.clear()}#c(){return[this.#e,...this.#t.values()]}#h(e){const s=e.participants.find(({id:r})=>r===e.large)??e.participants[0],i=new Set,n=this.#m(new Set(e.participants.flatMap(({audio:r})=>r??[])));n&&i.add(n);const a=s?.screen??s?.video;a&&(a.muted?a.addEventListener("unmute",this.#n,{once:!0,signal:this.#a.signal}):i.add(a)),this.#e.take(i);const l=s?.screen!=null;l!==this.shares&&(this.shares=l,this.#i())}#m(e){for(const[n,a]of this.#t)e.has(n)||(a.close(),this.#t.delete(n));const s=[...e].filter(n=>!this.#t.has(n)),i=this.#e.stream.getAudioTracks().find(n=>e.has(n))??s[0]??null;for(const n of s)n!==i&&this.#p(n);return i}#p(e){const s=new Z(document.createElement("audio"),this.#i);this.#t.set(e,s),this.#s.append(s.element),s.sound(this.#o,this.#r),s.take(new Set([e]))}}class dt{#e;#t=!1;#s=null;constructor(e){this.#e=e}view(e,s){return this.#i(e.call)?.ringView(e,s)??null}second(e,s){return this.#i(e)?.secondRing(e,s)??null}#i({ring:e}){return e&&!this.#t&&this.#n(),e?this.#s:null}async#n(){this.#t=!0,this.#s=await E("rings",()=>import("./views-Bi3NR3hu.js")),this.#t=this.#s!==null,this.#e()}}class ht{#e=document.createElement("video");#t;#s=null;#i=null;#n=null;#a=!1;constructor(e){this.#t=e,Object.assign(this.#e,{muted:!0,autoplay:!0,playsInline:!0})}get element(){return this.#i?this.#e:null}follow({camera:e},s){this.#e.setAttribute("aria-label",o("call.self_label")),this.#a=e.state==="on"&&e.path==="device",this.#c(),this.#o(s)}#o(e){e!==this.#s&&(this.#n?.(),this.#s=e,this.#n=e?.preview.subscribe(s=>this.#r(s))??null,this.#r(e?.preview.value??null))}#r(e){e!==this.#i&&(this.#i=e,this.#e.srcObject=e?new MediaStream([e]):null,this.#c(),this.#t())}#c(){const e=this.#a&&this.#i?.getSettings().facingMode!=="environment";this.#e.classList.toggle("mirror",e)}close(){this.#o(null)}}class pt{#e=null;#t=new Set;get holds(){return this.#e!==null}choose({calls:e,settings:s}){const i=xe(e);this.#e&&i&&(this.#e=i.call.id===this.#e.id?i.call:null);const n=i??(this.#e&&{call:this.#e,view:"outcome",waiting:null});if(!n)return null;const a=ke(s.hideNames),l=r=>ye(r,a)&&!this.#t.has(r.id)?$e(r,o("call.somebody")):r;return{...n,call:l(n.call),waiting:n.waiting&&l(n.waiting)}}real({calls:e},s){return e.find(i=>i.id===s)??(this.#e?.id===s?this.#e:null)}reveal(e){this.#t.add(e)}hold(e){this.#e=e}release(){const e=this.holds;return this.#e=null,e}}class ut{#e=new Map;in({snapshot:e},s){const i=I(e.value,s),n=this.#e.get(i.slug);return n===void 0?i.speaker:n}choose(e,s,i){const n=I(e.snapshot.value,i).slug;this.#e.set(n,s),e.snapshot.value.lock.locked||e.configureStation({speaker:s},n).catch(()=>{})}}let D=null;function ee(){return D??=E("stage",()=>import("./talking-BImpIb-9.js").then(t=>t.a)).then(t=>(t||(D=null),t)),D}const mt=L`
  .sheet {
    position: relative;
    margin: 24px;
    border-radius: 32px;
    overflow: hidden;
    background: var(--surface);
    display: grid;
    /* What is to be pressed is always on the screen; what does not fit is in the middle. */
    grid-template-rows: auto minmax(0, 1fr) auto;
    padding: 28px 36px 36px;
    box-shadow: 0 24px 80px rgba(0, 0, 0, 0.35);
    animation: rise var(--ha-animation-duration-normal, 250ms) ease-out;
  }
  .sheet::before {
    content: '';
    position: absolute;
    inset: 0;
    pointer-events: none;
    background: radial-gradient(90% 75% at 50% 0, oklch(0.62 0.12 var(--tint, 240) / 0.2), transparent 72%);
  }
  .sheet.plain::before {
    background: none;
  }
  .sheet > * {
    position: relative;
    min-inline-size: 0;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 56px;
  }
  .kind {
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 16px;
    font-size: 30px;
    line-height: 1.2;
    font-weight: 500;
    --i: 40px;
    min-inline-size: 0;
  }
  .kind .i {
    color: var(--accent-ink);
  }
  .kind.rings .i {
    color: var(--go-ink);
  }
  .mut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--quiet);
  }
  .mid > * {
    flex: none;
  }
  .mid {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    overflow: hidden auto;
    text-align: center;
    gap: 6px;
    padding-block-end: 16px;
  }
  .name {
    font-size: 64px;
    line-height: 1.12;
    font-weight: 500;
    letter-spacing: -0.01em;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-wrap: balance;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .name.long {
    font-size: 46px;
  }
  .sub {
    font-size: 32px;
    line-height: 1.3;
    font-weight: 500;
  }
  .via {
    font-size: 20px;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .title {
    font-size: 44px;
    line-height: 1.15;
    font-weight: 500;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .why {
    font-size: 24px;
    max-inline-size: 46ch;
    margin-block-start: 10px;
    text-wrap: pretty;
  }
  .sheet .acts {
    display: flex;
    gap: 20px;
    align-items: stretch;
  }
  .sheet .acts.center {
    justify-content: center;
  }
  /* In the order of the keyboard, the expected answer comes first; on the screen it stands last. */
  .acts.turned {
    flex-direction: row-reverse;
  }
  .gap {
    flex: 1;
  }
  .btn.tall {
    min-block-size: 72px;
    font-size: 19px;
    padding-inline: 26px;
    --i: 26px;
    flex: none;
  }
  .mid .btn.tall {
    margin-block-start: 20px;
  }
  .soft {
    font-weight: 400;
    color: var(--quiet);
    max-inline-size: 36ch;
    text-wrap: balance;
  }
  .nobody > .p {
    background: var(--sunken);
    color: var(--quiet);
    --i: 50%;
  }
  .count {
    position: absolute;
    inset: -22px;
  }
  .count svg {
    inline-size: 100%;
    block-size: 100%;
    display: block;
    transform: rotate(-90deg);
  }
  .count circle {
    fill: none;
    stroke-width: 5;
    stroke: var(--line);
  }
  .count circle + circle {
    stroke: var(--go-ink);
    stroke-linecap: round;
  }
  .secs {
    position: absolute;
    inset-block-end: -34px;
    inset-inline-end: -40px;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
    border: 6px solid var(--surface);
    background: var(--go-fill);
    color: #fff;
    font-size: 40px;
    font-weight: 500;
    display: grid;
    place-items: center;
  }
  .halo {
    position: relative;
    display: grid;
    place-items: center;
    margin-block: 40px 36px;
    flex: none;
  }
  .halo .av {
    --s: clamp(96px, 25vh, 200px);
  }
  .halo::before,
  .halo::after {
    content: '';
    position: absolute;
    border-radius: 50%;
    inset: -16px;
    border: 4px solid oklch(0.62 0.12 var(--tint, 240) / 0.42);
  }
  .halo::after {
    inset: -36px;
    border-width: 3px;
    border-color: oklch(0.62 0.12 var(--tint, 240) / 0.2);
  }
  .halo.still::before,
  .halo.still::after {
    display: none;
  }
  .ringing .halo::before {
    animation: ring 2.4s ease-out infinite;
  }
  .ringing .halo::after {
    animation: ring 2.4s 0.3s ease-out infinite;
  }
  @keyframes ring {
    0% {
      transform: scale(0.94);
      opacity: 0;
    }
    25% {
      opacity: 1;
    }
    100% {
      transform: scale(1.06);
      opacity: 0;
    }
  }
  .mark {
    position: absolute;
    inset-block-end: -6px;
    inset-inline-end: -6px;
    inline-size: 68px;
    block-size: 68px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    border: 6px solid var(--surface);
    background: #4a4d50;
    color: #fff;
    --i: 32px;
  }
  .mark.bad {
    background: var(--stop-fill);
  }
  .preview {
    position: absolute;
    inset-inline-end: 0;
    inset-block-end: 28px;
    inline-size: 264px;
    border-radius: 22px;
    overflow: hidden;
    background: var(--sunken);
  }
  .pic {
    aspect-ratio: 16/9;
    background: #20262c;
    color: #c9d0d6;
    overflow: hidden;
    display: grid;
    place-items: center;
    --i: 44px;
  }
  .cap {
    padding: 10px 14px 12px;
    line-height: 1.3;
    display: flex;
    align-items: center;
    gap: 10px;
    --i: 22px;
    text-align: start;
  }
  .cap .i {
    color: var(--go-ink);
  }
  .cap p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cap b {
    display: block;
  }
  .cap small {
    font-size: 14px;
    color: var(--quiet);
    display: block;
  }
  .cap .ear {
    display: flex;
    align-items: center;
    gap: 4px;
    --i: 16px;
  }
  .ear .i {
    color: inherit;
  }
`,gt=L`
  dialog {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    display: none;
    overflow: hidden;
    color: var(--text);
    background: none;
  }
  dialog[open] {
    display: grid;
  }
  /* Older browsers drop a whole rule with a name they do not know. */
  dialog:popover-open {
    display: grid;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.58);
  }
  .guarded button {
    pointer-events: none;
  }
  .players {
    position: absolute;
    inset: 0;
    background: #0d1013;
  }
  .players.off {
    visibility: hidden;
  }
  .players video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  /* Who looks into a tablet sees a mirror; what is sent is not turned. */
  .mirror {
    transform: scaleX(-1);
  }
  .preview .pic {
    position: relative;
  }
  .preview .pic > :not(.i) {
    position: absolute;
    inset: 0;
  }
  .pic img,
  .pic video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    display: block;
  }

  .big {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 16px;
    min-block-size: 104px;
    padding: 12px 36px;
    border-radius: 32px;
    font-size: 26px;
    font-weight: 500;
    line-height: 1.15;
    background: var(--sunken);
    color: var(--text);
    --i: 36px;
    text-align: start;
  }
  .big.go {
    background: var(--go-fill);
    color: #fff;
  }
  .big.stop {
    background: var(--stop-fill);
    color: #fff;
  }
  .big.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .big.off {
    background: var(--text);
    color: var(--surface);
  }
  .big.m {
    min-block-size: 80px;
    border-radius: 26px;
    --i: 30px;
    padding-inline: 30px;
    font-size: 22px;
  }
  .holding {
    background-image: linear-gradient(rgba(0, 0, 0, 0.4), rgba(0, 0, 0, 0.4));
    background-repeat: no-repeat;
    background-size: 0 100%;
    animation: fill 600ms linear forwards;
  }
  .holding:dir(rtl) {
    background-position: right;
  }
  @keyframes fill {
    to {
      background-size: 100% 100%;
    }
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-radius: 999px;
    font-weight: 500;
    background: var(--warn-tint);
    --i: 22px;
  }
  .chip.still {
    background: var(--sunken);
    font-size: 18px;
    flex: none;
  }
`,ft=L`
  @media (max-width: 900px) {
    .sheet {
      padding: 28px 32px 32px;
    }
    .sheet .acts {
      flex-wrap: wrap;
      gap: 20px 24px;
    }
    .gap {
      display: none;
    }
    .sheet .acts > * {
      flex: 1 1 40%;
    }
    .sheet .acts .first {
      flex-basis: 100%;
      order: -1;
    }
    .preview {
      position: static;
      margin-block-start: 32px;
      flex: none;
    }
  }
  @media (min-width: 901px) {
    .mid:has(.preview) .name {
      max-inline-size: calc(100% - 584px);
    }
  }
  @media (max-width: 600px) {
    .sheet {
      margin: 0;
      border-radius: 0;
      padding: 20px 20px 28px;
    }
    .top {
      flex-wrap: wrap;
      gap: 8px 12px;
    }
    .top .kind {
      flex: 1 1 160px;
    }
    .top .chip {
      flex: initial;
    }
    .halo .av {
      --s: clamp(64px, 25vh - 68px, 148px);
    }
    .sheet .acts > * {
      flex: 1 1 0;
      min-inline-size: calc(50% - 8px);
      overflow-wrap: anywhere;
    }
    .sheet .acts .first {
      min-inline-size: 100%;
    }
    .name {
      font-size: 42px;
    }
    .name.long {
      font-size: 32px;
    }
    .title {
      font-size: 34px;
    }
    .why {
      font-size: 20px;
    }
    .sub {
      font-size: 21px;
    }
    .via {
      font-size: 16px;
    }
    .kind {
      font-size: 20px;
      --i: 28px;
      gap: 10px;
    }
    .sheet .acts {
      gap: 16px;
    }
    .big,
    .big.m {
      min-block-size: 88px;
      font-size: 19px;
      padding: 10px 12px;
      gap: 10px;
      --i: 28px;
      border-radius: 28px;
    }
    .preview {
      inline-size: auto;
      margin-block-start: 18px;
      display: flex;
      border-radius: 18px;
    }
    .preview .pic {
      flex: none;
      inline-size: 104px;
      min-block-size: 60px;
      aspect-ratio: auto;
    }
    .btn.tall {
      font-size: 16px;
      padding-inline: 14px;
    }
    .secs {
      inset-inline-end: -24px;
    }
  }
  @media (max-width: 360px) {
    .sheet .big {
      font-size: 16px;
      gap: 6px;
      padding-inline: 8px;
      --i: 24px;
    }
  }
  @media (max-height: 620px) {
    .sheet {
      margin: 12px;
      padding: 12px 28px 20px;
    }
    .halo {
      margin-block: 28px 22px;
    }
    .halo .av {
      --s: clamp(56px, 18vh, 110px);
    }
    .name {
      font-size: 44px;
    }
    .name.long {
      font-size: 32px;
    }
    .secs {
      inline-size: 56px;
      block-size: 56px;
      font-size: 26px;
      inset-block-end: -24px;
    }
    .mark {
      inline-size: 44px;
      block-size: 44px;
      border-width: 4px;
      --i: 22px;
    }
    .sub {
      font-size: 24px;
    }
    .big {
      min-block-size: 88px;
    }
  }
  /* There is no room for what can wait until somebody has answered. */
  @media (max-width: 600px), (max-height: 620px) {
    .sheet .acts .roomy {
      display: none;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    .sheet .acts {
      flex-wrap: nowrap;
    }
    .sheet .acts > *,
    .sheet .acts .first {
      flex: 0 1 auto;
      order: 0;
      padding-inline: 22px;
    }
    .sheet .acts .gap {
      display: block;
      flex: 1;
      padding: 0;
    }
    .preview {
      inline-size: 200px;
      position: absolute;
      inset-block-end: 8px;
      margin: 0;
    }
    .mid:has(.preview) {
      padding-inline: 220px;
    }
    .mid:has(.preview) .name {
      max-inline-size: 100%;
    }
  }
  /* A phone that lies on its side: who it is comes before what they look like. */
  @media (max-height: 480px) {
    .sheet {
      margin: 6px;
      padding: 6px 20px 12px;
    }
    .mid .halo {
      display: none;
    }
    .name,
    .name.long {
      font-size: 32px;
    }
    .sheet .big,
    .sheet .big.m {
      min-block-size: 72px;
      font-size: 19px;
      padding-block: 4px;
    }
    .preview .pic {
      display: none;
    }
  }
`,F=["M12 8.2c-3.6 0-6.8 1-9 2.7-.8.7-1.1 1.8-.7 2.8l.9 2.3c.3.6 1 1 1.6.8l3-.8c.6-.1 1-.6 1.1-1.2l.2-2c1.9-.5 3.9-.5 5.8 0l.2 2c.1.6.5 1.1 1.1 1.2l3 .8c.6.2 1.3-.2 1.6-.8l.9-2.3c.4-1 .1-2.1-.7-2.8-2.2-1.7-5.4-2.7-9-2.7z",""],M=["","M4 6.6A2.6 2.6 0 0 0 3 8.7v6.6A2.7 2.7 0 0 0 5.7 18H14M9 6h4.3A2.7 2.7 0 0 1 16 8.7v4.5M18 10.6l3.5-2.2v7.2l-1.5-.9M3 3l18 18"],te=["","M4 8.5A2.5 2.5 0 0 1 6.5 6H8l1.3-1.8h5.4L16 6h1.5A2.5 2.5 0 0 1 20 8.5v8a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 16.5zM8.8 13.5a3.3 3.3 0 0 1 5.8-2.1M15.2 11.8a3.3 3.3 0 0 1-5.8 2.6M14.9 9.6v2h-2M9.1 16v-2h2"],W=["M12 2.5A3.5 3.5 0 0 1 15.5 6v5a3.5 3.5 0 0 1-7 0V6A3.5 3.5 0 0 1 12 2.5z","M5 11.5a7 7 0 0 0 14 0M12 18.5V21.5"],N=["","M15.5 9V6a3.5 3.5 0 0 0-6.7-1.3M8.5 8.7V11a3.5 3.5 0 0 0 5 3.2M5 11.5a7 7 0 0 0 10.9 5.8M19 11.5c0 1-.2 1.9-.6 2.8M12 18.5v3M3 3l18 18"],vt=["","M19.5 12a7.5 7.5 0 1 1-2.3-5.4L20 9M20 4v5h-5"],wt=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],bt=["M12 2.5a6.5 6.5 0 0 0-6.5 6.5v4.5L3.8 16c-.6.7-.1 1.8.8 1.8h14.8c.9 0 1.4-1.1.8-1.8l-1.7-2.5V9A6.5 6.5 0 0 0 12 2.5z","M10 20.7a2.3 2.3 0 0 0 4 0"],B=["","M8 4.9A6 6 0 0 1 18 9.5v3.2M6.2 8.3a6 6 0 0 0-.2 1.5v4l-2 3.2h12.5M10 20.5a2.3 2.3 0 0 0 4 0M3 3l18 18"],xt=["","M7 13V6.5a1.6 1.6 0 0 1 3.2 0V11M10.2 10.5V4.6a1.6 1.6 0 0 1 3.2 0v6M13.4 10.5V6a1.6 1.6 0 0 1 3.2 0v7M16.6 10.5a1.6 1.6 0 0 1 3.2 0V15c0 4-2.6 6.5-6.5 6.5-3 0-4.7-1.2-6-3.5l-3-5a1.6 1.6 0 0 1 2.7-1.7L7 13"],se=["","M2.3 12C3.7 8.9 7 5.3 12 5.3s8.3 3.6 9.7 6.7c-1.4 3.1-4.7 6.7-9.7 6.7S3.7 15.1 2.3 12zM15 12a3 3 0 1 1-6 0 3 3 0 1 1 6 0z"],kt=["","M4 5h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 17h-8l-4.5 3.7V17H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 5z"];function S({peer:t,avatar:e},s=!1){return s?p`<span class="av nobody" aria-hidden="true"><span class="p">${g(fe)}</span></span>`:Se({id:t.contactId,name:t.name,avatar:e})}function ie(t,e,s){const{preview:i,cameraName:n,still:a,now:l}=s,r=t.phase==="ringing-in",c=!r&&!t.wanted.audio,d=t.camera.state!=="failed"&&(r||t.wanted.video);return p`<div class="preview">
    <div class="pic">${i??(d?ne(a,k):g(M))}</div>
    <div class="cap">
      ${g(d?k:M)}
      <p>
        <small>${e}</small><b>${r&&d?n:J(t,n,l)}</b>
        <small class="ear">${g(c?N:W)}${o(c?"call.self_mic":"in.mic_on")}</small>
      </p>
    </div>
  </div>`}function ne(t,e){const s=({target:i,type:n})=>{i.hidden=n==="error"};return p`${g(e)}${t?p`<img src=${t} alt="" @error=${s} @load=${s} />`:""}`}const yt=10;function $t(t,e){return t.dropIn?At(t,e):zt(t,e)}function zt(t,e){const s=t.offered.video,{hidden:i,snapshot:n,silenceable:a}=e,l=(c,d,u)=>w({action:c,call:t,icon:c==="answer-video"?k:y,word:d,look:u?"big go first":"big"}),r=s?[l("answer-video",o("in.answer_video"),!0),l("answer-voice",o("in.voice_only"),!1)]:[l("answer-voice",o("in.answer"),!0),l("answer-video",o("in.answer_video"),!1)];return p`<section class="sheet ringing ca-incoming" style="--tint:${R(t.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">
        ${g(s?k:y)}<span>${o(s?"in.video":"in.voice")}</span>
      </p>
      ${a?w({action:"silence",call:t,icon:B,word:o("in.silence"),look:"btn edge tall"}):m}
      ${t.silenced?p`<p class="chip still">${g(B)}${o("card.silent")}</p>`:m}
    </div>
    <div class="mid">
      <div class="halo">${S(t,i)}</div>
      ${i?p`<h2 class="name long" id="name">${o("in.private")}</h2>`:C(t)}
      <p class="via" id="via">
        ${i?o("in.hidden"):p`<bdi>${t.accountAddress}</bdi> · ${t.protocolName}`}
      </p>
      ${i?ae(t):m}
      ${n.soundBlocked?p`<p class="chip warn">${g(ve)}${o("in.blocked")}</p>`:m}
      ${s?ie(t,o("in.preview"),e):m}
    </div>
    ${oe(t,r)}
  </section>`}function At(t,{hidden:e,now:s}){const i=t.dropIn?.video===!0,n=t.autoAnswerAt===null?null:T(t.autoAnswerAt,s);return p`<section class="sheet ca-incoming drop-in" style="--tint:${R(t.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">${g(xt)}<span>${o("in.dropin",{n:_(t)})}</span></p>
      <p class="chip still">${g(M)}${o("in.camera_off")}</p>
    </div>
    <div class="mid">
      <div class="halo still">${S(t,e)}${n===null?m:_t(n)}</div>
      ${C(t)}
      <p class="sub soft" id="via">
        ${n===null?o("in.dropin_soon"):o(i?"in.dropin_in":"in.dropin_voice_in",{time:j(n)})}
      </p>
      ${e?ae(t):m}
    </div>
    ${oe(t,[w({action:i?"answer-video":"answer-voice",call:t,icon:i?k:y,word:o("in.answer_now"),look:"big go first"}),w({action:"only-ring",call:t,icon:bt,word:o("in.only_ring"),look:"big"})])}
  </section>`}const ae=t=>w({action:"show-who",call:t,icon:se,word:o("in.show"),look:"btn edge tall"});function _t(t){const e=Math.min(100,t*100/yt);return p`<span class="count" aria-hidden="true"
      ><svg viewBox="0 0 100 100">
        ${pe`<circle cx="50" cy="50" r="47" /><circle cx="50" cy="50" r="47" pathLength="100" stroke-dasharray="${e} 100" />`}
      </svg></span
    ><span class="secs num" aria-hidden="true">${t}</span>`}function oe(t,e){return p`<div class="acts turned">
    ${e}<span class="gap"></span>${w({action:"decline",call:t,icon:F,word:o("in.decline"),look:"big stop",label:o("in.decline_from",{n:t.peer.name})})}
  </div>`}function le(t,e="key"){const{audio:s}=t.wanted,i=o(s?"call.mic_on":"call.mic_off");return w({action:"toggle-microphone",call:t,icon:s?W:N,word:i,label:`${o("call.mic")}: ${i}`,look:`${e} ${s?"":"off"}`,pressed:s})}function re(t,e="key"){const{video:s}=t.wanted,i=o(s?"call.cam_on":"call.cam_off");return w({action:"toggle-camera",call:t,icon:s?k:M,word:i,label:`${o("call.cam")}: ${i}`,look:`${e} ${s?"":"off"}`,pressed:s})}function ce(t,e="key"){return w({action:"camera",call:t,icon:te,word:o("call.change"),look:e,opens:!0})}function de(t,{holding:e},s){return w({action:"hang-up",call:t,icon:F,word:o("call.hang_up"),look:`${s} ${e?"holding":""}`})}const z=t=>({mark:t,next:["again"]}),A={mark:"bad",next:["again"],againWord:"common.try"},K=t=>({mark:t,next:["dismiss"]}),Mt={hung_up:{mark:"none",next:["again","dismiss"]},remote_hung_up:{mark:"none",next:["again","dismiss"]},accepted:K("none"),declined:K("none"),missed:z("wait"),answered_elsewhere:K("none"),do_not_disturb:z("wait"),busy_here:z("wait"),remote_declined:{mark:"wait",next:["again","message"]},no_answer:{mark:"wait",next:["message","again"]},busy:{mark:"wait",next:["message","again"]},unreachable:{mark:"wait",next:["again","message"]},cannot_call:{mark:"bad",next:["voice-only","message"]},microphone_denied:{...A,next:["again","help.microphone"]},microphone_missing:{...A,next:["again","settings"]},microphone_in_use:A,insecure_page:{mark:"bad",next:["help.https"]},no_connection:{...A,next:["again","help.relay"]},connection_lost:z("bad"),signed_out:{mark:"bad",next:["sign-in"]},account_away:{mark:"bad",next:["settings"]},server_failed:{...A,next:["diagnostics","again"]},rate_limited:z("wait"),protocol_error:A,internal_error:{mark:"bad",next:["diagnostics","again"]},kiosk_closed:z("bad")},St={"ringing-out":"out.ringing",connecting:"call.connecting",active:"call.connected",reconnecting:"call.reconnecting"};function Et({placed:t,offered:e}){return t?"out.calling":e.video?"out.checking":"out.checking_voice"}function It(t,e){const s=t.phase==="ringing-out";return p`<section class="sheet ca-outgoing ${s?"ringing":""}" style="--tint:${R(t.peer.contactId)}">
    <div class="top">
      <p class="kind" id="kind">
        ${g(t.offered.video?k:y)}<span>${o(t.offered.video?"out.video":"out.voice")}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${S(t,e.hidden)}</div>
      ${C(t)}
      <p class="sub" id="via">${o(St[t.phase]??Et(t))}</p>
      <p class="via num">${O(e.now-t.began)}</p>
      ${t.offered.video?ie(t,o("call.self_label"),e):m}
    </div>
    <div class="acts">
      ${le(t,"big m")}${t.offered.video?p`${re(t,"big m")}${ce(t,"big m roomy")}`:m}<span
        class="gap"
      ></span
      >${de(t,e,"big m stop first")}
    </div>
  </section>`}const Ot={again:vt,"voice-only":y,message:kt};function Tt(t,{hidden:e,covered:s,refusal:i},n){const a=t.reason??"hung_up",{mark:l,next:r,againWord:c="common.again"}=Mt[a],d=r.filter(f=>f==="voice-only"?t.offered.video:f!=="message"||n),u=t.connected===null?"":`${O((t.ended??t.connected)-t.connected)}.`,v={n:_(t),account:t.accountAddress,protocol:t.protocolName,time:u},h={again:o(c),"voice-only":o("in.voice_only"),"sign-in":o("card.sign_in"),message:o("common.message"),settings:o(a==="account_away"?"common.details":"common.settings"),diagnostics:o("common.details"),"help.microphone":o("common.how"),"help.https":o("help.https"),"help.relay":o("help.relay"),dismiss:o("common.done")};return p`<section class="sheet plain ca-outcome" data-reason=${a} ?inert=${s}>
    <div class="top">
      <p class="kind" id="kind">${g(t.offered.video?k:y)}<bdi class="mut">${_(t)}</bdi></p>
      <button class="ib" data-action="dismiss" data-call=${t.id} aria-label=${o("common.close")}>
        ${g(we)}
      </button>
    </div>
    <div class="mid">
      <div class="halo still">
        ${S(t,e)}${l==="none"?m:p`<span class="mark ${l}">${g(l==="bad"?Y:wt)}</span>`}
      </div>
      <h2 class="title" id="name">${o(`end.${a}`,v)}</h2>
      <p class="why" id="via">${o(`end.${a}.text`,v)}</p>
      ${i?p`<p class="chip warn" role="alert">${g(Y)}${o(`refused.${i}`)}</p>`:m}
    </div>
    <div class="acts center">
      ${(d.length>0?d:["dismiss"]).map((f,x,he)=>{const G=Ot[f];return w({action:f,call:t,...G&&{icon:G},word:h[f],look:`big ${x===he.length-1?"solid first":""}`,opens:f==="message"||f.startsWith("help.")})})}
    </div>
  </section>`}function Ct(t,e,{rings:s,talking:i,small:n,real:a}){const{call:l,view:r,waiting:c}=t,d=s.view(t,e);if(d)return d;const u=c&&(s.second(c,l)??i?.second(c,l)??null),v=()=>p`${It(l,e)}${u??m}`;switch(r){case"incoming":return $t(l,e);case"outgoing":return v();case"stage":return i?.render({call:l,second:u,small:n},e)??v();case"outcome":return Tt(l,e,_e((a??l).peer,e.snapshot.contacts));default:return r}}const Ht=12e4;class H extends ue{static styles=[be,gt,mt,ft];static properties={callAssist:{attribute:!1}};now=()=>Date.now();stage=ee;redraw=()=>this.requestUpdate();#e=new rt(this.redraw);#t=new ht(this.redraw);#s=new st(this);#i=new Ne;#n=new pt;#a=new je;#o=new qe;#r=new ut;#c=new dt(this.redraw);#h=new We(this,this.#i);#m=ze();shown=null;#p=0;#d=!1;#l=null;#u=null;#g;constructor(){super(),me(this,()=>[X,this.callAssist.snapshot])}get holds(){return this.#n.holds}connectedCallback(){super.connectedCallback(),this.#v(),this.#g=setInterval(()=>this.#w(),500)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#g),this.#s.leave(),this.#i.leave(),this.#l?.close(),this.#e.close(),this.#t.close(),this.#u?.lower(),this.#u=null,this.#h.clear()}restore(){this.resize(!1)}async#v(){const e=this.#l?null:await this.stage();!e||!(this.renderRoot instanceof ShadowRoot)||(this.#l=new e.Talking(this.redraw,()=>this.now(),()=>this.callAssist),this.#s.gestures.place=this.#l.place,ge(this.renderRoot,[...H.styles,...e.styles]),this.redraw())}#w(){this.now()-this.#s.gestures.touched>Ht&&this.release(),this.redraw()}release(){this.#n.release()&&this.dispatchEvent(new Event("ca-released"))}willUpdate(e){const s=this.shown,i=this.#n.choose(this.callAssist.snapshot.value);if(!i)return;this.shown=i;const{call:n,view:a,waiting:l}=i;n.id!==s?.call.id&&this.#l?.begin(),(n.id!==s?.call.id||a!==s.view||l?.id!==s.waiting?.id)&&this.#b(i),this.dataset.callPhase=n.phase,this.dataset.call=n.id;const[r,c]=[this.callAssist.media(n.id),this.now()];this.#t.follow(n,r),this.#l?.follow(a==="stage"?n:null,r,c,this.#e.shares(n.id));const d=n.autoAnswerAt===null?null:T(n.autoAnswerAt,c),{quality:u=null,unheard:v=!1,moved:h=null}=this.#l??{};this.#a.hear(i,d,u,v,h)}#b({view:e,waiting:s}){this.#p=this.now(),this.#s.begin(),this.#o.close(),this.#h.refusal=null,(e!=="stage"||s)&&(this.#d=!1),e==="outcome"&&this.#i.leave(),e==="outgoing"&&this.#i.enter()}render(){const e=this.shown,{said:s}=this.#a,i=this.#s,n=e?.view==="incoming"||e?.view==="outcome";return p`<dialog
      closedby="none"
      popover="manual"
      autofocus
      tabindex="-1"
      role=${n?"alertdialog":"dialog"}
      aria-labelledby="kind name"
      aria-describedby="via"
      data-corner=${this.#l?.place.corner??m}
      class="${i.moment.guarded?"guarded":""} ${this.#d?"mini":""}"
      @click=${i.clicked}
      @keydown=${i.pressed}
      @keyup=${i.lifted}
      @focusin=${i.focused}
      @focusout=${i.blurred}
      @pointerdown=${i.touched}
      @pointermove=${i.moved}
      @pointerup=${i.let}
      @pointercancel=${i.let}
      @touchstart=${i.palm}
    >
      <div class="players ${e&&this.#f(e)?"":"off"}"></div>
      ${e?this.#x(e):m} ${e?this.#y(e):m}
      <p class="vh" role="status">${s&&!s.assertive?s.text:""}</p>
      <p class="vh" role="alert">${s?.assertive?s.text:""}</p>
    </dialog>`}#x(e){const{call:s}=e,i={rings:this.#c,talking:this.#l,small:this.#d,real:this.real(s.id)};return Ct(e,this.#k(s),i)}#k(e){return{snapshot:this.callAssist.snapshot.value,now:this.now(),preview:this.#t.element,soundBlocked:this.#e.blocked(e.id),...Ie(e,this.callAssist),hidden:e.peer.contactId==="",silenceable:De(this.callAssist,e),sharing:this.#e.shares(e.id),resting:this.#s.moment.resting,covered:this.covered,holding:this.#s.gestures.hold.held,refusal:this.#h.refusal}}#y({call:e}){return this.#o.render({callAssist:this.callAssist,call:this.real(e.id)??e,peer:_(e),speaker:this.#r.in(this.callAssist,e.station),fullScreen:this.#i,listenOn:s=>{this.#r.choose(this.callAssist,s,e.station),this.redraw()},close:()=>this.uncover()})}updated(e){const s=this.renderRoot.querySelector("dialog"),i=this.renderRoot.querySelector(".players");if(!s||!i||!this.isConnected)return;const{calls:n,settings:a}=this.callAssist.snapshot.value;this.#e.sync(i,n,u=>this.callAssist.media(u)),this.#e.show(this.shown?.call.id??null,this.shown?.call.peer.name??"");const{ring:l,station:r="",display:c}=this.shown?.call??{},d=l?.away||c?.heardHere===!1;this.#e.sound(d?0:a.callVolume,this.#r.in(this.callAssist,r)),this.#u??=nt(s,this,this.#m),this.#u.small(this.#d),this.#l?.drawn(i,s),!this.#d&&!this.shadowRoot?.activeElement&&document.hasFocus()&&s.focus()}get age(){return this.now()-this.#p}get covered(){return this.#o.kind!==null}get mayRest(){const e=this.shown;return!e||e.waiting||this.#d||this.covered||e.call.phase!=="active"||!this.#f(e)||this.#e.blocked(e.call.id)||this.#l?.asksFor(e.call)?!1:this.shadowRoot?.activeElement?.matches(".dock :focus-visible")!==!0}#f({call:e,view:s}){return s==="stage"&&this.#l?.pictured(e,this.#e.shares(e.id))===!0}real(e){return this.#n.real(this.callAssist.snapshot.value,e)}reads(){this.shown?.view==="outcome"&&this.#n.hold(this.real(this.shown.call.id))}do(e,s){this.#h.do(e,s)}reveal({id:e}){this.#n.reveal(e),this.redraw()}hear(){this.#e.hear()}swap(){this.#l?.swap(),this.redraw()}async display(e,s){await this.#l?.display(e,s)}resize(e){this.#d=e,this.#o.close(),e&&this.#i.leave(),this.redraw()}async cover(e){await this.#o.open(e)||(this.#a.said={assertive:!0,text:o("card.broken")}),this.redraw()}uncover(){const e=this.#o.close();this.redraw(),this.updateComplete.then(()=>this.renderRoot.querySelector(`[data-action="${e}"]`)?.focus())}}customElements.get("ca-overlay")||customElements.define("ca-overlay",H);const Lt=Object.freeze(Object.defineProperty({__proto__:null,CaOverlay:H,loadStage:ee},Symbol.toStringTag,{value:"Module"}));export{B as a,w as b,N as c,Oe as d,se as e,S as f,T as g,F as h,j as i,J as j,de as k,ne as l,W as m,C as n,te as o,le as p,re as q,ce as r,_ as s,O as t,Lt as u,M as v};
