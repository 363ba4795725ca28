import{A as p,s as f,u as c,w as F,x as b,C as le,y as re,F as ce,B as de,G as pe,H as he,n as M,o as ue,v as ge,q as me,m as W}from"./app-Y0z-pJrJ.js";import{p as fe,a as k,s as j,m as xe,c as ve,b as be}from"./live-COBrK9xO.js";import{t as o}from"./more-C15upvYQ.js";import{a as we,h as S}from"./avatar-CJSuQZL6.js";import{f as ke}from"./devices-CD-VQEa0.js";async function ye(i,e,t){const n=t.id,s="touch",a=async h=>{await i.command(h)},{calls:l,contacts:r}=i.snapshot.value,d=async()=>{l.some(({id:h})=>h===n)&&await a({type:"dismiss",callId:n,by:s})},g=async h=>{const{accountId:m,contactId:u,address:x}=t.peer,L=r.some(_=>_.accountId===m&&_.id===u)?{accountId:m,contactId:u}:{text:x},V=a({type:"dial",to:L,video:h,by:s});await d(),await V};switch(e){case"answer-video":case"answer-voice":{const h=e==="answer-video",{ok:m}=await i.command({type:"answer",callId:n,video:h,by:s});m&&h&&!t.offered.video&&await a({type:"set-media",callId:n,video:!0,by:s});return}case"decline":case"hang-up":case"only-ring":return a({type:e,callId:n,by:s});case"dismiss":return d();case"toggle-microphone":return a({type:"set-media",callId:n,audio:!t.wanted.audio,by:s});case"toggle-camera":return a({type:"set-media",callId:n,video:!t.wanted.video,by:s});case"end-and-answer":for(const{id:h,phase:m}of l)h!==n&&m!=="ringing-in"&&m!=="ended"&&await a({type:"hang-up",callId:h,by:s});return a({type:"answer",callId:n,video:t.offered.video,by:s});case"again":return g(t.offered.video);case"voice-only":return g(!1);default:return e}}function v({action:i,call:e,icon:t,word:n,look:s,label:a,pressed:l,opens:r}){return c`<button
    class=${s}
    data-action=${i}
    data-call=${e.id}
    aria-label=${a??p}
    aria-pressed=${l??p}
    aria-haspopup=${r?"dialog":p}
  >
    ${t?f(t):p}<span>${n}</span>
  </button>`}function I(i){const e=Math.max(0,Math.floor(i/1e3)),[t,n,s]=[Math.floor(e/3600),Math.floor(e/60)%60,String(e%60).padStart(2,"0")];return t?`${t}:${String(n).padStart(2,"0")}:${s}`:`${n}:${s}`}function E(i,e){return Math.max(0,Math.ceil((i-e)/1e3))}function K(i){return new Intl.NumberFormat(F.value.language,{style:"unit",unit:"second",unitDisplay:"long"}).format(i)}function w({peer:i}){const e=[...i.name];return e.length>40?`${e.slice(0,39).join("")}…`:i.name}function P({peer:i},e=i.name){return c`<h2 class="name ${e.length>24?"long":""}" id="name"><bdi>${e}</bdi></h2>`}function R(i,e,t){const n={camera:e};if(i.cameraOnAt!==null)return o("call.self_soon",{...n,time:K(E(i.cameraOnAt,t))});switch(i.camera.state){case"on":return!i.sending.video&&i.phase==="active"?o("call.self_off"):i.camera.path==="hls"?o("call.self_late",n):o(i.camera.path==="still"?"call.self_still":"call.self_on",n);case"opening":return o("call.self_opening",n);case"lost":return o("call.self_lost",n);case"failed":return o("call.self_failed");default:return o("call.self_off")}}function G(i){return i.camera.state==="on"&&(i.sending.video||i.phase!=="active")}const z=i=>({assertive:!1,text:i}),A=i=>({assertive:!0,text:i});function $e(i,{call:e,view:t,waiting:n}){const s={n:e.peer.name},a=i?.call.id===e.id?i.call:null;if(n&&n.id!==i?.waiting?.id)return A(o("in.waiting",{n:n.peer.name}));if(a?.phase!==e.phase)switch(t){case"incoming":return e.dropIn?A(o("in.dropin",s)):e.peer.contactId?A(o("in.from",{kind:o(e.offered.video?"in.video":"in.voice"),...s})):A(o(e.offered.video?"in.video":"in.voice"));case"outgoing":return z(o(e.phase==="ringing-out"?"out.ringing":"out.calling"));case"stage":return z(o(e.phase==="active"?"call.connected":e.phase==="connecting"?"call.connecting":"call.reconnecting"));case"outcome":{if(a?.phase==="ending"||!e.reason)return null;const l=e.connected===null?"":`, ${I((e.ended??e.connected)-e.connected)}`,r=o(`end.${e.reason}`,{...s,account:e.accountAddress});return l?z(`${r}${l}`):A(r)}}return a&&a.wanted.audio!==e.wanted.audio?z(o(e.wanted.audio?"call.mic_on":"call.mic_off")):a&&a.wanted.video!==e.wanted.video?z(o(e.wanted.video?"call.cam_on":"call.cam_off")):null}const ze=[10,5,3,2,1];function Ae(i,e){return e===null?null:ze.some(t=>e<=t&&(i===null||i>t))?A(String(e)):null}function _e(i,e){return i===e||i===null||e===null?null:z(o(`call.${e}`))}function Me(i,e,t,n){const s=d=>d*1e3/n,a=s(e.audio.packetsReceived-i.audio.packetsReceived),l=s(e.video.framesDecoded-i.video.framesDecoded),r=[t.audio?a:null,t.video?l:null].filter(d=>d!==null);return r.length>0&&r.every(d=>d===0)?"none":t.audio&&a<2||t.video&&l<8||e.roundTrip!==null&&e.roundTrip>400?"weak":"good"}const Ie=3e3;class qe{quality=null;#e;#i=null;#t=null;#n=0;#s=!1;constructor(e){this.#e=e}look(e,t,n,s){if(e?.phase==="reconnecting")return this.#o(t,"none");if(e?.phase!=="active"||!t)return this.#o(t,null);if(t!==this.#i&&this.#o(t,null),this.quality==="none"&&!this.#t&&(this.quality=null),this.#s||n-this.#n<Ie)return;this.#n=n,this.#s=!0;const a={audio:!e.remoteAudioMuted,video:e.remoteVideo&&!s};t.stats().then(l=>t===this.#i&&this.#a(l,n,a)).catch(()=>{}).finally(()=>this.#s=!1)}#a(e,t,n){const s=this.#t;if(this.#t={at:t,stats:e},!s||t<=s.at)return;const a=Me(s.stats,e,n,t-s.at);a!==this.quality&&(this.quality=a,this.#e())}#o(e,t){this.#i=e,this.#t=null,this.quality=t}}class Se{#e;#i=!1;constructor(e=document){this.#e=e}get on(){return this.#e.fullscreenElement!==null}enter(){this.on||(this.#i=!0,this.#t(()=>this.#e.documentElement.requestFullscreen?.()))}leave(){this.#i&&(this.#i=!1,this.on&&this.#t(()=>this.#e.exitFullscreen()))}async#t(e){try{await e()}catch{this.#i=!1}}}class Ee{#e;#i;constructor(e){this.#e=e}get held(){return this.#i!==void 0}begin(e){this.end(),this.#i=setTimeout(()=>{this.end(),e()},600),this.#e()}end(){this.#i!==void 0&&(clearTimeout(this.#i),this.#i=void 0,this.#e())}}class Te{corner="top-end";#e;#i=null;#t=!1;constructor(e){this.#e=e}down(e){this.#t=!1;const t=e.target.closest("[data-drag]");this.#i=t&&e.isPrimary?{id:e.pointerId,x:e.clientX,y:e.clientY}:null}move(e,t){if(!this.#i||e.pointerId!==this.#i.id)return;const[n,s]=[e.clientX-this.#i.x,e.clientY-this.#i.y];!this.#t&&Math.hypot(n,s)<10||(this.#t||(this.#t=!0,Ce(t,e.pointerId)),t.style.setProperty("--dx",`${n}px`),t.style.setProperty("--dy",`${s}px`))}up(e,t){if(!this.#i||e.pointerId!==this.#i.id)return;this.#i=null;const n=t.querySelector("[data-drag]")?.getBoundingClientRect();if(t.style.removeProperty("--dx"),t.style.removeProperty("--dy"),!this.#t||e.type==="pointercancel"||!n)return;const s=t.getBoundingClientRect(),a=n.top+n.height/2>s.top+s.height/2,l=n.left+n.width/2>s.left+s.width/2;this.#n(a,l===Y(t))}get dragged(){return this.#t}key(e,t){const n=this.corner.startsWith("bottom"),s=this.corner.endsWith("end"),a=Y(t)?"ArrowRight":"ArrowLeft";if(e==="ArrowUp"||e==="ArrowDown")this.#n(e==="ArrowDown",s);else if(e==="ArrowLeft"||e==="ArrowRight")this.#n(n,e===a);else return!1;return!0}#n(e,t){this.corner=`${e?"bottom":"top"}-${t?"end":"start"}`,this.#e()}}function Ce(i,e){try{i.setPointerCapture(e)}catch{}}const Y=i=>getComputedStyle(i).direction!=="rtl";function Ue(i,e,t){const{style:n}=e;if(e.classList.toggle("small",i!==null),!i)return void n.removeProperty("inset");const[s,a]=[i.getBoundingClientRect(),t.getBoundingClientRect()];n.inset=`${s.top-a.top}px ${a.right-s.right}px ${a.bottom-s.bottom}px ${s.left-a.left}px`}const Oe=400,Le=8e3;class Ve{place;hold;touched=0;#e=0;#i=!1;#t=!1;constructor(e){this.place=new Te(e),this.hold=new Ee(e)}down(e,t,n){this.#i=t.guarded||t.resting,t.resting&&(this.#e=t.now),this.touched=t.now,this.place.down(e);const s=e.target.closest('[data-action="hang-up"]');s&&t.holdToHangUp&&!this.#i&&!this.#t&&this.hold.begin(()=>n(s))}move(e,t,n){e.pointerType==="mouse"&&(e.movementX||e.movementY)&&(this.touched=n),this.place.move(e,t)}up(e,t){this.hold.end(),this.place.up(e,t)}touches(e){this.#t=e.touches.length>=3,this.#t&&this.hold.end()}stray(e,t,{now:n,guarded:s,holdToHangUp:a}){return e.detail===0?!1:this.#i||s||this.#t||this.place.dragged?!0:t==="hang-up"&&(a||n-this.#e<Oe)}}const H=["M12 8.2c-3.6 0-6.8 1-9 2.7-.8.7-1.1 1.8-.7 2.8l.9 2.3c.3.6 1 1 1.6.8l3-.8c.6-.1 1-.6 1.1-1.2l.2-2c1.9-.5 3.9-.5 5.8 0l.2 2c.1.6.5 1.1 1.1 1.2l3 .8c.6.2 1.3-.2 1.6-.8l.9-2.3c.4-1 .1-2.1-.7-2.8-2.2-1.7-5.4-2.7-9-2.7z",""],T=["","M4 6.6A2.6 2.6 0 0 0 3 8.7v6.6A2.7 2.7 0 0 0 5.7 18H14M9 6h4.3A2.7 2.7 0 0 1 16 8.7v4.5M18 10.6l3.5-2.2v7.2l-1.5-.9M3 3l18 18"],D=["M12 2.5A3.5 3.5 0 0 1 15.5 6v5a3.5 3.5 0 0 1-7 0V6A3.5 3.5 0 0 1 12 2.5z","M5 11.5a7 7 0 0 0 14 0M12 18.5V21.5"],C=["","M15.5 9V6a3.5 3.5 0 0 0-6.7-1.3M8.5 8.7V11a3.5 3.5 0 0 0 5 3.2M5 11.5a7 7 0 0 0 10.9 5.8M19 11.5c0 1-.2 1.9-.6 2.8M12 18.5v3M3 3l18 18"],X=["M7.3 10h9.4a2.8 2.8 0 0 1 2.8 2.8v5.4a2.8 2.8 0 0 1-2.8 2.8H7.3a2.8 2.8 0 0 1-2.8-2.8v-5.4A2.8 2.8 0 0 1 7.3 10z","M8 10V7.5a4 4 0 0 1 8 0V10"],je=["","M19.5 12a7.5 7.5 0 1 1-2.3-5.4L20 9M20 4v5h-5"],Pe=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],Re=["","M4 8.5A2.5 2.5 0 0 1 6.5 6H8l1.3-1.8h5.4L16 6h1.5A2.5 2.5 0 0 1 20 8.5v8a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 16.5zM8.8 13.5a3.3 3.3 0 0 1 5.8-2.1M15.2 11.8a3.3 3.3 0 0 1-5.8 2.6M14.9 9.6v2h-2M9.1 16v-2h2"],J=["M13.5 12h6A1.5 1.5 0 0 1 21 13.5v4a1.5 1.5 0 0 1-1.5 1.5h-6a1.5 1.5 0 0 1-1.5-1.5v-4a1.5 1.5 0 0 1 1.5-1.5z","M21 8.5v-1A2.5 2.5 0 0 0 18.5 5h-13A2.5 2.5 0 0 0 3 7.5v9A2.5 2.5 0 0 0 5.5 19H8"],He=["M12 2.5a6.5 6.5 0 0 0-6.5 6.5v4.5L3.8 16c-.6.7-.1 1.8.8 1.8h14.8c.9 0 1.4-1.1.8-1.8l-1.7-2.5V9A6.5 6.5 0 0 0 12 2.5z","M10 20.7a2.3 2.3 0 0 0 4 0"],De=["","M8 4.9A6 6 0 0 1 18 9.5v3.2M6.2 8.3a6 6 0 0 0-.2 1.5v4l-2 3.2h12.5M10 20.5a2.3 2.3 0 0 0 4 0M3 3l18 18"],Be=["","M7 13V6.5a1.6 1.6 0 0 1 3.2 0V11M10.2 10.5V4.6a1.6 1.6 0 0 1 3.2 0v6M13.4 10.5V6a1.6 1.6 0 0 1 3.2 0v7M16.6 10.5a1.6 1.6 0 0 1 3.2 0V15c0 4-2.6 6.5-6.5 6.5-3 0-4.7-1.2-6-3.5l-3-5a1.6 1.6 0 0 1 2.7-1.7L7 13"],Ne=["","M2.3 12C3.7 8.9 7 5.3 12 5.3s8.3 3.6 9.7 6.7c-1.4 3.1-4.7 6.7-9.7 6.7S3.7 15.1 2.3 12zM15 12a3 3 0 1 1-6 0 3 3 0 1 1 6 0z"],Fe=["","M4 5h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 17h-8l-4.5 3.7V17H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 5z"],Q=["","M5 4.5h14A2.5 2.5 0 0 1 21.5 7v8a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 15V7A2.5 2.5 0 0 1 5 4.5zM8 20.5h8"],We=["","M5.3 4.5h13.4a2.8 2.8 0 0 1 2.8 2.8v9.4a2.8 2.8 0 0 1-2.8 2.8H5.3a2.8 2.8 0 0 1-2.8-2.8V7.3a2.8 2.8 0 0 1 2.8-2.8zM18.5 11v2"];function y({peer:i,avatar:e},t=!1){return t?c`<span class="av nobody" aria-hidden="true"><span class="p">${f(fe)}</span></span>`:we({id:i.contactId,name:i.name,avatar:e})}function Z(i,e,{preview:t,cameraName:n,now:s}){if(!t)return p;const a=i.phase==="ringing-in",l=!a&&!i.wanted.audio;return c`<div class="preview">
    <div class="pic">${t}</div>
    <div class="cap">
      ${f(i.camera.state==="on"?b:T)}
      <p>
        <small>${e}</small><b>${a?n:R(i,n,s)}</b>
        <small class="ear">${f(l?C:D)}${o(l?"call.self_mic":"in.mic_on")}</small>
      </p>
    </div>
  </div>`}const Ke=10;function Ge(i,e){return i.dropIn?Xe(i,e):Ye(i,e)}function Ye(i,e){const t=i.offered.video,{hidden:n,snapshot:s,silenceable:a}=e,l=(d,g,h)=>v({action:d,call:i,icon:d==="answer-video"?b:k,word:g,look:h?"big go first":"big"}),r=t?[l("answer-video",o("in.answer_video"),!0),l("answer-voice",o("in.voice_only"),!1)]:[l("answer-voice",o("in.answer"),!0),l("answer-video",o("in.answer_video"),!1)];return c`<section class="sheet ringing ca-incoming" style="--tint:${S(i.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">
        ${f(t?b:k)}<span>${o(t?"in.video":"in.voice")}</span>
      </p>
      ${a?v({action:"silence",call:i,icon:De,word:o("in.silence"),look:"btn edge tall"}):p}
    </div>
    <div class="mid">
      <div class="halo">${y(i,n)}</div>
      ${n?c`<h2 class="name long" id="name">${o("in.private")}</h2>`:P(i)}
      <p class="via" id="via">
        ${n?o("in.hidden"):c`<bdi>${i.accountAddress}</bdi> · ${i.protocolName}`}
      </p>
      ${n?v({action:"show-who",call:i,icon:Ne,word:o("in.show"),look:"btn edge tall"}):p}
      ${s.soundBlocked?c`<p class="chip warn">${f(j)}${o("in.blocked")}</p>`:p}
      ${t?Z(i,o("in.preview"),e):p}
    </div>
    ${ee(i,r)}
  </section>`}function Xe(i,{hidden:e,now:t}){const n=i.dropIn?.video===!0,s=i.autoAnswerAt===null?null:E(i.autoAnswerAt,t);return c`<section class="sheet ca-incoming drop-in" style="--tint:${S(i.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">${f(Be)}<span>${o("in.dropin",{n:w(i)})}</span></p>
      <p class="chip still">${f(T)}${o("in.camera_off")}</p>
    </div>
    <div class="mid">
      <div class="halo still">${y(i,e)}${s===null?p:Je(s)}</div>
      ${P(i)}
      <p class="sub soft" id="via">
        ${s===null?o("in.dropin_soon"):o(n?"in.dropin_in":"in.dropin_voice_in",{time:K(s)})}
      </p>
    </div>
    ${ee(i,[v({action:n?"answer-video":"answer-voice",call:i,icon:n?b:k,word:o("in.answer_now"),look:"big go first"}),v({action:"only-ring",call:i,icon:He,word:o("in.only_ring"),look:"big"})])}
  </section>`}function Je(i){const e=Math.min(100,i*100/Ke);return c`<span class="count" aria-hidden="true"
      ><svg viewBox="0 0 100 100">
        ${le`<circle cx="50" cy="50" r="47" /><circle cx="50" cy="50" r="47" pathLength="100" stroke-dasharray="${e} 100" />`}
      </svg></span
    ><span class="secs num" aria-hidden="true">${i}</span>`}function ee(i,e){return c`<div class="acts turned">
    ${e}<span class="gap"></span>${v({action:"decline",call:i,icon:H,word:o("in.decline"),look:"big stop",label:o("in.decline_from",{n:i.peer.name})})}
  </div>`}const Qe={incoming:600,outgoing:400,stage:400,outcome:400},Ze={incoming:"silence",outgoing:null,stage:"rest",outcome:"dismiss"};function ei({key:i,shift:e,repeat:t},n,s,a){return t?null:i==="Escape"&&e?n==="incoming"?"decline":n==="outcome"?null:"hang-up":i==="Escape"?Ze[n]:n==="incoming"?i==="Enter"&&!s&&a>=800?"answer":null:n==="outcome"?null:i==="m"||i==="M"?"toggle-microphone":i==="v"||i==="V"?"toggle-camera":null}class ii{#e=null;press(e,t){return this.#e?!0:t.wanted.audio?!1:(this.#e={callAssist:e,id:t.id},this.#i(!0),!0)}release(){return this.#e?(this.#i(!1),this.#e=null,!0):!1}#i(e){if(!this.#e)return;const{callAssist:t,id:n}=this.#e;t.command({type:"set-media",callId:n,audio:e,by:"touch"})}}class ti{#e=new ii;#i;constructor(e){this.#i=e}press(e,t){const{callAssist:n,call:s,view:a,age:l,covered:r}=t,d=e.composedPath()[0],g=d instanceof HTMLButtonElement?d:null;if(r&&e.key!=="Escape")return null;const h=e.currentTarget,m=e.repeat&&g!==null||e.key===" "&&a==="stage"&&this.#e.press(n,s)||g?.dataset.action==="swap"&&this.#i.key(e.key,h),u={key:e.key,shift:e.shiftKey,repeat:e.repeat},x=m?null:ei(u,a,g!==null,l);return(m||x||e.key==="Escape")&&e.preventDefault(),r?e.repeat?null:"uncover":x==="answer"?ni(s):x}lift(e){e.key===" "&&this.#e.release()&&e.preventDefault()}leave(){this.#e.release()}}function ni(i){return(i.dropIn?i.dropIn.video:i.offered.video)?"answer-video":"answer-voice"}function si(i,e){return c`<div class="dock" role="toolbar" aria-label=${o("call.controls")}>
    ${B(i)}${ie(i)}${v({action:"camera",call:i,icon:Re,word:o("call.change"),look:"key",opens:!0})}${v({action:"make-small",call:i,icon:J,word:o("call.small"),look:"key"})}${v({action:"volume",call:i,icon:j,word:o("call.volume"),look:"key",opens:!0})}${v({action:"more",call:i,icon:xe,word:o("call.more"),look:"key",opens:!0})}${N(i,e,"key end")}
  </div>`}function B(i,e="key"){const{audio:t}=i.wanted,n=o(t?"call.mic_on":"call.mic_off");return v({action:"toggle-microphone",call:i,icon:t?D:C,word:n,label:`${o("call.mic")}: ${n}`,look:`${e} ${t?"":"off"}`,pressed:t})}function ie(i,e="key"){const{video:t}=i.wanted,n=o(t?"call.cam_on":"call.cam_off");return v({action:"toggle-camera",call:i,icon:t?b:T,word:n,label:`${o("call.cam")}: ${n}`,look:`${e} ${t?"":"off"}`,pressed:t})}function N(i,{holding:e},t){return v({action:"hang-up",call:i,icon:H,word:o("call.hang_up"),look:`${t} ${e?"holding":""}`})}function ai(i,{preview:e,cameraName:t,swapped:n,now:s}){const{state:a}=i.camera,l=a==="lost"||a==="failed",r=R(i,t,s),d=i.connected===null?!i.wanted.audio:!i.sending.audio,g=G(i)&&i.cameraOnAt===null;return c`<div class="self" data-camera=${a} data-drag>
    ${e&&(g||n)?oi(i,e,r,n):a==="off"&&!i.offered.video?p:c`<div class="pic">${f(T)}</div>`}
    <p class="st ${l?"alert":""}"><i class="lamp ${g?"":"no"}"></i>${r}</p>
    ${d?c`<p class="st alert">${f(C)}${o("call.self_mic")}</p>`:p}
  </div>`}function oi(i,e,t,n){const s=`${o("call.self_label")}, ${t}. ${o("call.swap")}. ${o("call.move")}`;return c`<button
    class="pic ${n?"window":""}"
    data-action="swap"
    data-call=${i.id}
    aria-label=${s}
    aria-pressed=${n}
  >
    ${n?p:e}
  </button>`}function U(i,e){return(i.remoteVideo||e)&&i.phase!=="connecting"}function li(i,e,t){const{peer:n,phase:s}=i,{hidden:a,resting:l,sharing:r,swapped:d,preview:g,covered:h}=t,m=U(i,r),u=!m&&!(d&&g),x=i.deadline===null?0:E(i.deadline,t.now);return c`<section
    class="stage ca-active-call ${m?"pictured":""} ${s} ${l?"resting":""} ${e?"second-waits":""}"
    style="--tint:${S(n.contactId)}"
    ?inert=${h}
  >
    ${d&&g?c`<div class="large">${g}</div>`:p}
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${e?di(e,i):p}
    <div class="heads">
      <div class="who">
        ${u?p:c`<h2 id="name"><bdi>${n.name}</bdi></h2>`}
        <p class="meta" id="via">${ci(i,t)}</p>
      </div>
      ${ai(i,t)}
    </div>
    <div class="center">
      ${u?c`${y(i,a)}
              <h2 class="alone" id="name"><bdi>${n.name}</bdi></h2>`:p}
      ${s==="reconnecting"?c`<div class="toast">
              <h3>${o("call.reconnecting")}</h3>
              <p class="num">${o("call.keep_trying",{s:x})}</p>
            </div>`:p}
      ${t.soundBlocked?v({action:"touch-to-hear",call:i,icon:j,word:o("call.hear",{n:w(i)}),look:"big solid"}):p}
    </div>
    ${si(i,t)}
  </section>`}const ri={good:4,weak:2,none:0};function ci(i,{now:e,quality:t,sharing:n}){const s=i.connected,a={n:w(i)};return[s===null?c`<span>${o("call.connecting")}</span>`:c`<span class="num" role="timer" data-duration>${I(e-s)}</span>`,i.offered.video||i.remoteVideo?p:c`<span>${o("out.voice")}</span>`,i.security&&s!==null?c`<span data-security=${i.security}>${f(X)}${o(`call.lock.${i.security}`)}</span>`:p,t&&s!==null?c`<span data-quality=${t}
          ><span class="bars" aria-hidden="true"
            >${[0,1,2,3].map(l=>c`<i class=${l<ri[t]?"":"n"}></i>`)}</span
          >${o(`call.${t}`)}</span
        >`:p,i.remoteAudioMuted?c`<span data-remote-muted>${f(C)}${o("call.muted",a)}</span>`:p,n?c`<span data-sharing>${f(Q)}${o("call.screen",a)}</span>`:p]}function di(i,e){const t=o(i.offered.video?"out.video":"out.voice");return c`<div class="second" role="alertdialog" aria-labelledby="waiting">
    ${y(i,i.peer.contactId==="")}
    <p class="t">
      <b id="waiting">${o("in.waiting",{n:w(i)})}</b
      ><span>${t} · ${o("in.talking_to",{n:w(e)})}</span>
    </p>
    <div class="acts turned">
      ${v({action:"end-and-answer",call:i,icon:i.offered.video?b:k,word:o("in.end_answer"),look:"big m go"})}${v({action:"decline",call:i,icon:H,word:o("in.decline"),look:"big m stop",label:o("in.decline_from",{n:i.peer.name})})}
    </div>
  </div>`}function pi(i,e){const{now:t,cameraName:n,hidden:s,sharing:a}=e,l=i.connected;return c`<section class="mini-bar ca-active-call ${i.phase}">
    <button
      class="back"
      data-action="restore"
      data-call=${i.id}
      aria-label=${o("call.back")}
      aria-describedby="name via"
    >
      ${U(i,a)?f(J):y(i,s)}
    </button>
    <div class="who">
      <h2 id="name"><bdi>${i.peer.name}</bdi></h2>
      <p class="meta" id="via">
        ${i.phase==="reconnecting"?c`<span>${o("call.reconnecting")}</span>`:l===null?c`<span>${o("call.connecting")}</span>`:c`<span class="num" role="timer">${I(t-l)}</span>`}
        <span class="cut"><i class="lamp ${G(i)?"":"no"}"></i>${R(i,n,t)}</span>
      </p>
    </div>
    ${B(i)}${N(i,e,"key end")}
  </section>`}const hi=["opened","wa-show","wa-after-show","location-changed","fullscreenchange"];function ui(i,e,t){const n=new AbortController,{signal:s}=n;let a=0,l=-200,r=i,d=!1;const g=()=>{if(a=0,!i.isConnected||(d?gi(i):i.open&&!mi(i,e))||performance.now()-l<200)return;if(l=performance.now(),d)return O(i,!0);const u=r.isConnected?r:i;i.close(),O(i,!1),u.focus()},h=()=>{a||=requestAnimationFrame(g)};for(const u of hi)window.addEventListener(u,h,{capture:!0,signal:s});for(const u of["keydown","keyup","keypress"])i.addEventListener(u,x=>x.stopPropagation(),{signal:s});i.addEventListener("cancel",u=>u.preventDefault(),{signal:s}),i.addEventListener("close",h,{signal:s}),i.addEventListener("focusin",({target:u})=>{r=u},{signal:s}),i.addEventListener("focusout",h,{signal:s});const m=setInterval(h,1e3);return O(i,!1),i.focus(),{small(u){if(!(s.aborted||u===d)){if(d=u,se(i),O(i,u),!u)return i.focus();t?.isConnected?t.focus():e.shadowRoot?.activeElement?.blur()}},lower(){s.aborted||(n.abort(),clearInterval(m),cancelAnimationFrame(a),se(i),t?.isConnected&&t.focus())}}}const te="showPopover"in HTMLElement.prototype,ne=i=>te&&i.matches(":popover-open"),gi=i=>i.open||ne(i);function O(i,e){e?te?i.showPopover():i.show():i.showModal()}function se(i){ne(i)?i.hidePopover():i.close()}function mi(i,e){const{left:t,top:n,width:s,height:a}=i.getBoundingClientRect(),l=document.elementFromPoint(t+s/2,n+a/2);return l!==e&&l!==i&&!i.contains(l)}class fi{#e=new Map;#i;constructor(e){this.#i=e}sync(e,t,n){for(const[s,a]of this.#e)t.includes(s)||(a.close(),this.#e.delete(s));for(const s of t){const a=this.#e.has(s)?null:n(s);a&&this.#e.set(s,new xi(e,s,a,this.#i))}}show(e,t){for(const[n,{element:s}]of this.#e)s.hidden=n!==e,s.setAttribute("aria-label",t)}sound(e,t){for(const n of this.#e.values())n.sound(e,t)}shares(e){return this.#e.get(e)?.shares??!1}blocked(e){return this.#e.get(e)?.blocked??!1}hear(){for(const e of this.#e.values())e.hear()}close(){for(const e of this.#e.values())e.close();this.#e.clear()}}class xi{element=document.createElement("video");#e=new MediaStream;#i;#t;#n;#s=!1;blocked=!1;shares=!1;#a=null;constructor(e,t,n,s){this.#t=s,this.element.playsInline=!0,this.element.dataset.call=t,this.element.hidden=!0,this.element.addEventListener("pause",this.#r),e.append(this.element),this.#n=()=>this.#s||this.#o(n.remote.value),this.#i=n.remote.subscribe(this.#n),this.#n()}#o(e){const t=new Set;for(const{audio:s,screen:a,video:l}of e.participants){const r=a??l;s&&t.add(s),r?.muted?r.addEventListener("unmute",this.#n,{once:!0}):r&&t.add(r)}for(const s of this.#e.getTracks())t.has(s)||this.#e.removeTrack(s);for(const s of t)this.#e.addTrack(s);const n=e.participants.some(({screen:s})=>s!==null);n!==this.shares&&(this.shares=n,this.#t()),t.size&&(this.element.srcObject||(this.element.srcObject=this.#e),this.#r())}#r=()=>{this.#s||!this.element.srcObject||this.element.play().catch(e=>{this.#s||this.element.muted||e.name!=="NotAllowedError"||(this.element.muted=!0,this.#l(!0),this.#r())})};sound(e,t){this.element.volume!==e&&(this.element.volume=e);const n=t?.deviceId??"";this.#a===n||this.#a===null&&n===""||(this.#a=n,this.#f(n,t))}async#f(e,t){try{await this.element.setSinkId?.(e)}catch{const n=await navigator.mediaDevices.enumerateDevices().catch(()=>[]),s=t&&ke(n,"audiooutput",t);s&&await this.element.setSinkId(s).catch(()=>{})}}hear(){this.blocked&&(this.element.muted=!1,this.#l(!1),this.#r())}#l(e){this.blocked=e,this.#t()}close(){this.#s=!0,this.#i(),this.element.removeEventListener("pause",this.#r),this.element.srcObject=null,this.element.remove()}}class vi{#e=document.createElement("video");#i;#t=null;#n=null;#s=null;constructor(e){this.#i=e,Object.assign(this.#e,{muted:!0,autoplay:!0,playsInline:!0})}get element(){return this.#n?this.#e:null}follow(e,t){this.#e.setAttribute("aria-label",t),e!==this.#t&&(this.#s?.(),this.#t=e,this.#s=e?.preview.subscribe(n=>this.#a(n))??null,this.#a(e?.preview.value??null))}#a(e){e!==this.#n&&(this.#n=e,this.#e.srcObject=e?new MediaStream([e]):null,this.#i())}close(){this.follow(null,"")}}const $=i=>({mark:i,next:["again"]}),q={mark:"bad",next:["again"],againWord:"common.try"},ae=i=>({mark:i,next:["dismiss"]}),bi={hung_up:{mark:"none",next:["again","dismiss"]},remote_hung_up:{mark:"none",next:["again","dismiss"]},declined:ae("none"),missed:$("wait"),answered_elsewhere:ae("none"),do_not_disturb:$("wait"),busy_here:$("wait"),remote_declined:{mark:"wait",next:["again","message"]},no_answer:{mark:"wait",next:["message","again"]},busy:{mark:"wait",next:["message","again"]},unreachable:{mark:"wait",next:["again","message"]},cannot_call:{mark:"bad",next:["voice-only","message"]},microphone_denied:{...q,next:["again","help.microphone"]},microphone_missing:{...q,next:["again","settings"]},microphone_in_use:q,insecure_page:{mark:"bad",next:["help.https"]},no_connection:{...q,next:["again","help.relay"]},connection_lost:$("bad"),signed_out:{mark:"bad",next:["sign-in"]},account_away:{mark:"bad",next:["settings"]},rate_limited:$("wait"),protocol_error:q,internal_error:$("bad"),kiosk_closed:$("bad")};function wi(i,e){const t=i.phase==="ringing-out";return c`<section class="sheet ca-outgoing ${t?"ringing":""}" style="--tint:${S(i.peer.contactId)}">
    <div class="top">
      <p class="kind" id="kind">
        ${f(i.offered.video?b:k)}<span>${o(i.offered.video?"out.video":"out.voice")}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${y(i,e.hidden)}</div>
      ${P(i)}
      <p class="sub" id="via">${o(t?"out.ringing":"out.calling")}</p>
      <p class="via num">${I(e.now-i.began)}</p>
      ${Z(i,o("call.self_label"),e)}
    </div>
    <div class="acts">
      ${B(i,"big m")}${i.offered.video?ie(i,"big m"):p}<span class="gap"></span
      >${N(i,e,"big m stop first")}
    </div>
  </section>`}const ki={again:je,"voice-only":k,message:Fe};function yi({contacts:i},{peer:e}){return i.some(({accountId:t,address:n,writable:s})=>s&&t===e.accountId&&n===e.address)}function $i(i,{snapshot:e,hidden:t,covered:n},s){const a=i.reason??"hung_up",{mark:l,next:r,againWord:d="common.again"}=bi[a],g=r.filter(x=>x!=="message"||s),h=i.connected===null?"":`${I((i.ended??i.connected)-i.connected)}.`,m={n:w(i),s:e.station.name,account:i.accountAddress,protocol:i.protocolName,time:h},u={again:o(d),"voice-only":o("in.voice_only"),"sign-in":o("card.sign_in"),message:o("common.message"),settings:o(a==="account_away"?"common.details":"common.settings"),"help.microphone":o("common.how"),"help.https":o("help.https"),"help.relay":o("help.relay"),dismiss:o("common.done")};return c`<section class="sheet plain ca-outcome" data-reason=${a} ?inert=${n}>
    <div class="top">
      <p class="kind" id="kind">${f(i.offered.video?b:k)}<bdi class="mut">${w(i)}</bdi></p>
      <button class="ib" data-action="dismiss" data-call=${i.id} aria-label=${o("common.close")}>
        ${f(ve)}
      </button>
    </div>
    <div class="mid">
      <div class="halo still">
        ${y(i,t)}${l==="none"?p:c`<span class="mark ${l}">${f(l==="bad"?re:Pe)}</span>`}
      </div>
      <h2 class="title" id="name">${o(`end.${a}`,m)}</h2>
      <p class="why" id="via">${o(`end.${a}.text`,m)}</p>
    </div>
    <div class="acts center">
      ${(g.length>0?g:["dismiss"]).map((x,L,V)=>{const _=ki[x];return v({action:x,call:i,..._&&{icon:_},word:u[x],look:`big ${L===V.length-1?"solid first":""}`,opens:x==="message"||x.startsWith("help.")})})}
    </div>
  </section>`}class zi{#e=null;#i=new Set;get holds(){return this.#e!==null}choose({calls:e,settings:t}){const n=ce(e);this.#e&&n&&(this.#e=n.call.id===this.#e.id?n.call:null);const s=n??(this.#e&&{call:this.#e,view:"outcome",waiting:null});if(!s)return null;const a=de(t.hideNames),l=r=>pe(r,a)&&!this.#i.has(r.id)?he(r,o("call.somebody")):r;return{...s,call:l(s.call),waiting:s.waiting&&l(s.waiting)}}real({calls:e},t){return e.find(n=>n.id===t)??(this.#e?.id===t?this.#e:null)}reveal(e){this.#i.add(e)}hold(e){this.#e=e}release(){const e=this.holds;return this.#e=null,e}}function Ai(i,e){const{sounding:t,soundBlocked:n}=i.snapshot.value;return i.silence!==void 0&&e.phase==="ringing-in"&&t!==null&&!n}function _i(i,e){i.silence?.(e.id)}const Mi=M`
  dialog.mini {
    inset: auto 16px 16px auto;
    inset-inline: auto 16px;
    inline-size: min(600px, calc(100% - 32px));
    block-size: auto;
    border-radius: 26px;
    background: #15191d;
    color: #fff;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.5);
    /* Where there are no popovers. */
    z-index: 2147483647;
  }
  dialog.mini::backdrop {
    background: none;
  }
  .mini .players {
    inset: 0 auto 0 0;
    inset-inline: 0 auto;
    inline-size: 176px;
  }
  .mini .players video {
    object-fit: cover;
  }
  .mini-bar {
    position: relative;
    display: flex;
    align-items: stretch;
    gap: 10px;
    padding: 10px;
    padding-inline-start: 0;
  }
  .mini-bar .back {
    inline-size: 176px;
    min-block-size: 96px;
    margin-block: -10px;
    flex: none;
    display: grid;
    place-items: center;
    color: #fff;
    --i: 30px;
  }
  .mini-bar .back > .i {
    padding: 0;
    border-radius: 50%;
    background: rgba(12, 14, 17, 0.7);
    box-shadow: 0 0 0 12px rgba(12, 14, 17, 0.7);
  }
  .mini-bar .av {
    --s: 72px;
  }
  .mini-bar .who {
    flex: 1;
    align-self: center;
    margin: 0;
    max-inline-size: none;
  }
  .mini-bar h2 {
    font-size: 20px;
    -webkit-line-clamp: 1;
  }
  .mini-bar .meta {
    font-size: 15px;
    margin-block-start: 2px;
    flex-direction: column;
    gap: 0;
  }
  .mini-bar .cut {
    min-inline-size: 0;
  }
  .mini-bar .key {
    flex: none;
    inline-size: 84px;
    min-block-size: 76px;
    font-size: 14px;
    --i: 28px;
    border-radius: 20px;
  }
  .mini-bar .key.end {
    inline-size: 92px;
    margin: 0;
    flex-direction: column;
    gap: 7px;
  }
  .mini-bar :focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }
  @media (max-width: 600px) {
    dialog.mini {
      inset-inline: 8px;
      inset-block-end: 8px;
      inline-size: auto;
    }
    .mini .players,
    .mini-bar .back {
      inline-size: 96px;
    }
    .mini-bar {
      gap: 6px;
    }
    .mini-bar h2 {
      font-size: 17px;
    }
    .mini-bar .key,
    .mini-bar .key.end {
      inline-size: 74px;
    }
    .mini-bar .cut {
      display: none;
    }
    .mini-bar .av {
      --s: 60px;
    }
  }
  @media (max-width: 360px) {
    .mini .players,
    .mini-bar .back {
      inline-size: 64px;
    }
    .mini-bar .av {
      --s: 48px;
    }
    .mini-bar .key,
    .mini-bar .key.end {
      font-size: 13px;
    }
  }
`,Ii=M`
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
`,qi=M`
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
`,Si=M`
  @media (max-width: 900px) {
    dialog {
      --dock: 330px;
    }
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
    .second {
      flex-wrap: wrap;
    }
    .second .acts {
      inline-size: 100%;
      flex-wrap: wrap;
    }
    .second .acts > * {
      flex: 1 1 40%;
      padding-inline: 16px;
    }
    .dock {
      inline-size: calc(100% - 32px);
      max-inline-size: none;
      margin-block-end: 20px;
      flex-wrap: wrap;
      gap: 8px;
    }
    .key {
      flex: 1 1 30%;
      inline-size: auto;
    }
    .key.end {
      flex-basis: 100%;
      margin-inline-start: 0;
      margin-block-start: 12px;
      flex-direction: row;
      gap: 16px;
      font-size: 22px;
      min-block-size: 84px;
    }
  }
  @media (min-width: 901px) {
    .mid:has(.preview) .name {
      max-inline-size: calc(100% - 584px);
    }
  }
  @media (max-width: 600px) {
    dialog {
      --dock: 290px;
    }
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
      align-items: center;
      border-radius: 18px;
    }
    .preview .pic {
      inline-size: 92px;
      block-size: 60px;
      aspect-ratio: auto;
    }
    .heads {
      padding: 20px 16px 0 20px;
      padding-inline: 20px 16px;
    }
    .who {
      max-inline-size: calc(100% - 150px);
    }
    [data-corner='top-start'] .who {
      margin-inline-start: 150px;
    }
    .btn.tall {
      font-size: 16px;
      padding-inline: 14px;
    }
    .secs {
      inset-inline-end: -24px;
    }
    .who h2 {
      font-size: 28px;
    }
    .alone {
      font-size: 34px;
    }
    .meta {
      font-size: 16px;
      --i: 18px;
    }
    .self {
      inline-size: 138px;
      border-radius: 18px;
      inset-block-start: 20px;
      inset-inline-end: 16px;
    }
    [data-corner$='start'] .self {
      inset-inline-start: 16px;
    }
    .self .pic {
      aspect-ratio: 3/4;
    }
    .st {
      font-size: 14px;
      padding: 7px 10px;
      gap: 6px;
      --i: 16px;
    }
    .key {
      min-block-size: 80px;
      font-size: 14px;
      --i: 28px;
      border-radius: 22px;
    }
    .second b {
      font-size: 22px;
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
    .name,
    .alone {
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
  @media (max-height: 620px) and (min-width: 601px) {
    dialog {
      --dock: 100px;
    }
    .sheet .acts,
    .dock {
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
    .key,
    .key.end {
      flex: 1 1 0;
      min-block-size: 80px;
      flex-direction: column;
      gap: 6px;
      margin-block-start: 0;
      font-size: 15px;
    }
  }
`,Ei=M`
  .stage {
    position: absolute;
    inset: 0;
    color: #fff;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .stage:not(.pictured) {
    background: radial-gradient(80% 90% at 50% 30%, oklch(0.42 0.09 var(--tint) / 0.6), transparent 75%) #0d1013;
  }
  .stage.reconnecting.pictured {
    background: rgba(6, 8, 10, 0.55);
  }
  .shade {
    position: absolute;
    inset-inline: 0;
    pointer-events: none;
  }
  .shade.t {
    inset-block-start: 0;
    block-size: 230px;
    background: linear-gradient(rgba(6, 8, 10, 0.82), rgba(6, 8, 10, 0.62) 50%, transparent);
  }
  .shade.b {
    inset-block-end: 0;
    block-size: 240px;
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.7));
  }
  .heads {
    min-block-size: 120px;
    padding: 28px 32px 0;
    position: relative;
  }
  .who {
    min-inline-size: 0;
    max-inline-size: calc(100% - 320px);
  }
  [data-corner='top-start'] .who {
    margin-inline-start: 320px;
  }
  [data-corner^='bottom'] .who {
    max-inline-size: none;
  }
  .who h2 {
    font-size: 40px;
    line-height: 1.15;
    font-weight: 500;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 22px;
    font-size: 20px;
    margin-block-start: 8px;
    --i: 22px;
  }
  .meta span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .bars {
    gap: 3px !important;
    align-items: flex-end !important;
    block-size: 18px;
  }
  .bars i {
    inline-size: 5px;
    block-size: 6px;
    border-radius: 2px;
    background: #fff;
  }
  .bars i:nth-child(2) {
    block-size: 10px;
  }
  .bars i:nth-child(3) {
    block-size: 14px;
  }
  .bars i:nth-child(4) {
    block-size: 18px;
  }
  .bars .n {
    background: rgba(255, 255, 255, 0.32);
  }
  .large {
    position: absolute;
    inset: 0;
    background: #0d1013;
  }
  .large video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .self {
    position: absolute;
    z-index: 1;
    inset-block-start: 28px;
    inset-inline-end: 32px;
    inline-size: 288px;
    transform: translate(var(--dx, 0), var(--dy, 0));
    touch-action: none;
    cursor: grab;
    border-radius: 22px;
    overflow: hidden;
    background: #15191d;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.4);
  }
  [data-corner$='start'] .self {
    inset-inline: 32px auto;
  }
  [data-corner^='bottom'] .self {
    position: fixed;
    inset-block: auto calc(var(--dock, 120px) + 48px);
  }
  .self .pic {
    inline-size: 100%;
    touch-action: none;
    cursor: inherit;
  }
  .self .pic:focus-visible {
    outline-offset: -4px;
  }
  .pic.window {
    background: none;
  }
  /* Their picture, over the window in ours. */
  .players.small {
    z-index: 2;
    pointer-events: none;
    overflow: hidden;
    border-radius: 20px 20px 0 0;
  }
  .players.small video {
    object-fit: cover;
  }
  .st {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 9px 14px;
    font-size: 17px;
    font-weight: 500;
    --i: 20px;
    line-height: 1.25;
  }
  .st.alert {
    background: #b3261e;
  }
  .lamp {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: #4cd964;
    box-shadow: 0 0 0 4px rgba(76, 217, 100, 0.25);
    flex: none;
    margin-inline: 4px;
  }
  .lamp.no {
    background: none;
    box-shadow: inset 0 0 0 2px #c9d0d6;
  }
  .stage .center {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 28px;
    padding: 16px;
    position: relative;
  }
  .stage .center .av {
    --s: clamp(88px, 25vh, 196px);
  }
  .alone {
    font-size: 56px;
    line-height: 1.15;
    font-weight: 500;
    text-align: center;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .toast {
    background: rgba(12, 14, 17, 0.9);
    border-radius: 32px;
    padding: 28px 44px;
    text-align: center;
  }
  .toast h3 {
    font-size: 36px;
    font-weight: 500;
    line-height: 1.2;
  }
  .toast p {
    font-size: 22px;
    margin-block-start: 8px;
  }
  .dock {
    position: relative;
    margin: 0 auto 28px;
    max-inline-size: calc(100% - 48px);
    display: flex;
    gap: 10px;
    padding: 12px;
    border-radius: 36px;
    background: rgba(18, 21, 25, 0.88);
  }
  .key {
    inline-size: 116px;
    min-block-size: 96px;
    border-radius: 26px;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 7px;
    padding: 8px 6px;
    font-weight: 500;
    line-height: 1.15;
    --i: 34px;
    background: rgba(255, 255, 255, 0.1);
    overflow-wrap: anywhere;
  }
  .holding {
    background-image: linear-gradient(rgba(0, 0, 0, 0.4), rgba(0, 0, 0, 0.4));
    background-repeat: no-repeat;
    background-size: 0 100%;
    animation: fill 600ms linear forwards;
  }
  [dir='rtl'] .holding {
    background-position: right;
  }
  @keyframes fill {
    to {
      background-size: 100% 100%;
    }
  }
  .who,
  .dock,
  .shade {
    transition: opacity var(--ha-animation-duration-normal, 250ms);
  }
  .resting .who,
  .resting .dock,
  .resting .shade {
    opacity: 0;
  }
  .key.off {
    background: #fff;
    color: #14181c;
  }
  .key.end {
    background: #b3261e;
    inline-size: 148px;
    margin-inline-start: 22px;
  }
  .stage :focus-visible {
    outline-color: #fff;
  }
  .second {
    position: relative;
    margin: 24px auto 0;
    inline-size: calc(100% - 48px);
    max-inline-size: 1140px;
    border-radius: 32px;
    background: var(--surface);
    color: var(--text);
    padding: 18px 20px;
    padding-inline-start: 24px;
    display: flex;
    align-items: center;
    gap: 20px;
    box-shadow: 0 16px 50px rgba(0, 0, 0, 0.5);
    z-index: 2;
  }
  .second .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
    font-size: 18px;
    color: var(--quiet);
  }
  .second b {
    font-size: 28px;
    display: block;
    color: var(--text);
    overflow-wrap: anywhere;
  }
  .second .av {
    --s: 72px;
  }
  .second .acts {
    display: flex;
    gap: 12px;
  }
  .second :focus-visible {
    outline-color: var(--accent-ink);
  }
`,Ti=2e3,Ci=12e4;class oe extends ue{static styles=[be,qi,Ii,Ei,Si,Mi];static properties={callAssist:{attribute:!1}};now=()=>Date.now();#e=new fi(()=>this.requestUpdate());#i=new vi(()=>this.requestUpdate());#t=new qe(()=>this.requestUpdate());#n=new Ve(()=>this.requestUpdate());#s=new Se;#a=new ti(this.#n.place);#o=new zi;#r=new Set;#f=ge();#l=null;#u=null;#b=null;#w=null;#k=0;#c=null;#d=!1;#g=!1;#x;#m=null;#y;constructor(){super(),me(this,()=>[F,this.callAssist.snapshot])}get holds(){return this.#o.holds}connectedCallback(){super.connectedCallback(),this.#y=setInterval(()=>this.#C(),500)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#y),this.#a.leave(),this.#n.hold.end(),this.#s.leave(),this.#e.close(),this.#i.close(),this.#m?.lower(),this.#m=null,this.#r.clear()}#C(){this.now()-this.#n.touched>Ci&&this.#$(),this.requestUpdate()}#$(){this.#o.release()&&this.dispatchEvent(new Event("ca-released"))}restore(){this.#q(!1)}willUpdate(e){const t=this.#l,n=this.#o.choose(this.callAssist.snapshot.value);if(!n)return;this.#l=n;const{call:s,view:a,waiting:l}=n;(s.id!==t?.call.id||a!==t.view||l?.id!==t.waiting?.id)&&(this.#k=this.#n.touched=this.now(),this.#c=null,(a!=="stage"||l)&&(this.#d=!1),s.id!==t?.call.id&&(this.#g=!1),a==="outcome"&&this.#s.leave()),a!=="stage"&&this.#a.leave(),this.dataset.callPhase=s.phase,this.dataset.call=s.id;const r=this.callAssist.media(s.id);this.#i.follow(r,o("call.self_label")),this.#t.look(a==="stage"?s:null,r,this.now(),this.#e.shares(s.id));const d=s.autoAnswerAt===null?null:E(s.autoAnswerAt,this.now());this.#u=$e(t,n)??Ae(this.#b,d)??_e(this.#w,this.#t.quality)??this.#u,this.#b=d,this.#w=this.#t.quality}render(){const e=this.#l,t=this.#u,n=e?.view==="incoming"||e?.view==="outcome",s=e?.view==="stage"&&U(e.call,this.#e.shares(e.call.id));return c`<dialog
      closedby="none"
      popover="manual"
      autofocus
      tabindex="-1"
      role=${n?"alertdialog":"dialog"}
      aria-labelledby="kind name"
      aria-describedby="via"
      data-corner=${this.#n.place.corner}
      class="${this.#h.guarded?"guarded":""} ${this.#d?"mini":""}"
      @click=${this.#D}
      @keydown=${this.#B}
      @keyup=${a=>this.#a.lift(a)}
      @focusin=${this.#M}
      @focusout=${a=>a.relatedTarget??this.#a.leave()}
      @pointerdown=${this.#R}
      @pointermove=${this.#H}
      @pointerup=${this.#_}
      @pointercancel=${this.#_}
      @touchstart=${a=>this.#n.touches(a)}
    >
      <div class="players ${s?"":"off"}"></div>
      ${e?this.#U(e):p} ${e&&this.#c?this.#L(e,this.#c):p}
      <p class="vh" role="status">${t&&!t.assertive?t.text:""}</p>
      <p class="vh" role="alert">${t?.assertive?t.text:""}</p>
    </dialog>`}#U(e){const{call:t,view:n,waiting:s}=e,a=this.#O(e);switch(n){case"incoming":return Ge(t,a);case"outgoing":return wi(t,a);case"stage":return this.#d?pi(t,a):li(t,s,a);case"outcome":return $i(t,a,yi(a.snapshot,this.#p(t.id)??t));default:return n}}#O({call:e}){return{snapshot:this.callAssist.snapshot.value,now:this.now(),preview:this.#i.element,soundBlocked:this.#e.blocked(e.id),cameraName:this.#V(e),hidden:e.peer.contactId==="",silenceable:Ai(this.callAssist,e),quality:this.#t.quality,sharing:this.#e.shares(e.id),swapped:this.#g&&this.#i.element!==null,resting:this.#h.resting,covered:this.#c!==null,holding:this.#n.hold.held}}#L(e,t){return c`<ca-call-sheet
      .callAssist=${this.callAssist}
      .call=${this.#p(e.call.id)??e.call}
      .peer=${w(e.call)}
      .kind=${t}
      .speaker=${this.#E}
      .fullScreen=${this.#s}
      @ca-speaker=${n=>this.#W(n.detail)}
      @ca-close=${()=>this.#S()}
    ></ca-call-sheet>`}#V({camera:e}){const t="source"in e?e.source:this.callAssist.snapshot.value.station.camera;return t==="this_device"||e.state==="on"&&e.path==="device"?o("call.this_camera"):this.callAssist.cameras().find(({id:n})=>n===t)?.name??t}updated(e){const t=this.#j,n=this.renderRoot.querySelector(".players");if(!t||!n||!this.isConnected)return;const{calls:s,settings:a}=this.callAssist.snapshot.value,l=s.filter(({phase:r})=>r==="connecting"||r==="active"||r==="reconnecting");this.#e.sync(n,l.map(({id:r})=>r),r=>this.callAssist.media(r)),this.#e.show(this.#l?.call.id??null,this.#l?.call.peer.name??""),this.#e.sound(a.callVolume,this.#E),this.#m??=ui(t,this,this.#f),this.#m.small(this.#d),Ue(this.renderRoot.querySelector(".pic.window"),n,t),!this.#d&&!this.shadowRoot?.activeElement&&document.hasFocus()&&t.focus()}get#j(){return this.renderRoot.querySelector("dialog")}get#z(){return this.now()-this.#k}get#h(){const e=this.#l,t=this.now();return{now:t,guarded:e!==null&&this.#z<Qe[e.view],resting:e!==null&&this.#P(e)&&t-this.#n.touched>Le,holdToHangUp:this.callAssist.snapshot.value.settings.holdToHangUp}}#P({call:e,view:t,waiting:n}){return t!=="stage"||n||this.#d||this.#c||e.phase!=="active"||!U(e,this.#e.shares(e.id))||this.#e.blocked(e.id)?!1:this.shadowRoot?.activeElement?.matches(".dock :focus-visible")!==!0}#p(e){return this.#o.real(this.callAssist.snapshot.value,e)}#R=e=>{this.#n.down(e,this.#h,({dataset:t})=>{const n=this.#p(t.call);n&&this.#v("hang-up",n)}),this.#A(),this.callAssist.snapshot.value.soundBlocked&&this.callAssist.allowSound(),this.requestUpdate()};#A(){this.#l?.view==="outcome"&&this.#o.hold(this.#p(this.#l.call.id))}#H=e=>{const{resting:t}=this.#h;this.#n.move(e,e.currentTarget,this.now()),(t||this.#n.place.dragged)&&this.requestUpdate()};#_=e=>this.#n.up(e,e.currentTarget);#M=()=>{this.#n.touched=this.now(),this.requestUpdate()};#D=e=>{const t=e.target.closest("[data-action]"),n=this.#p(t?.dataset.call),s=t?.dataset.action;!s||!n||this.#n.stray(e,s,this.#h)||this.#v(s,n)};#B=e=>{const t=this.#l,n=t&&this.#p(t.call.id);if(!n)return;this.#M(),this.#A();const{callAssist:s}=this,a={callAssist:s,call:n,view:t.view,age:this.#z,covered:this.#c!==null},l=this.#a.press(e,a);l==="uncover"?this.#S():l==="rest"?this.#n.touched=0:l&&this.#v(l,n)};async#v(e,t){const n=`${e} ${t.id}`;if(this.#r.has(n))return;this.#r.add(n);const s=new Promise(a=>setTimeout(a,Ti));await Promise.race([this.#N(e,t),s]),this.#r.delete(n)}async#N(e,t){switch(e){case"silence":return _i(this.callAssist,t);case"show-who":return this.#o.reveal(t.id),this.requestUpdate();case"touch-to-hear":return this.callAssist.allowSound(),this.#e.hear();case"make-small":case"restore":return this.#q(e==="make-small");case"swap":return this.#g=!this.#g,this.requestUpdate();case"sign-in":return this.#T("sign-in",t);case"settings":return this.#T("settings",t);case"camera":case"volume":case"more":case"message":case"help.microphone":case"help.https":case"help.relay":return this.#F(e);default:return this.#I(e,t)}}async#I(e,t){(e==="answer-video"||e==="answer-voice"||e==="end-and-answer")&&this.#s.enter();const n=ye(this.callAssist,e,t);(e==="dismiss"||e==="again"||e==="voice-only")&&this.#$(),await n}#q(e){this.#d=e,this.#c=null,e&&this.#s.leave(),this.requestUpdate()}async#F(e){await W("call-sheet",()=>import("./call-sheet-3X2diMcZ.js"))?this.#c=e:this.#u={assertive:!0,text:o("card.broken")},this.requestUpdate()}#S(){const e=this.#c;this.#c=null,this.requestUpdate(),this.updateComplete.then(()=>this.renderRoot.querySelector(`[data-action="${e}"]`)?.focus())}get#E(){return this.#x===void 0?this.callAssist.snapshot.value.station.speaker:this.#x}#W(e){this.#x=e,this.requestUpdate(),this.callAssist.snapshot.value.lock.locked||this.callAssist.configureStation({speaker:e}).catch(()=>{})}async#T(e,t){await this.#I("dismiss",t),(await W("pages",()=>import("./pages-CXwiQy5o.js").then(n=>n.g)))?.openPage(this.callAssist,e,e==="sign-in"?t.peer.accountId:null)}}customElements.get("ca-overlay")||customElements.define("ca-overlay",oe);const Ui=Object.freeze(Object.defineProperty({__proto__:null,CaOverlay:oe},Symbol.toStringTag,{value:"Module"}));export{X as l,D as m,Ui as o,Q as s,We as t};
