import{l as A,p as L,i as g,w as h,d as m,f as b,e as c,b as r,A as l}from"./follow-CXILmOiZ.js";import{a as O,b as f,c as z,s as W}from"./styles-vvU9KK_3.js";import{t as C}from"./more-D1QN5pac.js";import{l as F,g as N,i as j}from"./app-oQJzt6yM.js";import{s as V}from"./station-of-CKuNdvPH.js";const U={"page.back":"Back","page.pages":"Pages of this device","page.history":"Calls","page.people":"People","page.settings":"Settings","page.diagnostics":"Diagnostics","hist.search":"Search calls","hist.filter":"Which calls","hist.all":"All","hist.missed":"Missed","hist.incoming":"Incoming","hist.outgoing":"Outgoing","hist.voice":"Voice","hist.video":"Video","hist.talked":"{kind}, {time}","hist.new":"Missed since somebody last looked: {count}","hist.none":"No calls yet.","hist.none_found":"No call fits.","hist.failed":"The calls could not be read.","hist.person":"Contact","hist.delete":"Delete","hist.delete_sure":"Delete this call from the list?","hist.delete_all":"Delete all","hist.delete_all_sure":"Delete all calls from the list of this device?","hist.deleted":"Deleted.","con.title":"Contact","con.search":"Search people","con.requests":"Who wants to reach you","con.none_found":"Nobody fits.","con.gone":"This contact is no longer there.","con.favourite":"Favourite","con.favourite_help":"Shown first on the cards of this device","con.alias":"Name here","con.alias_help":"Scripts and helpers can call it, too.","con.drop_in":"May drop in","con.drop_in_help":"Connects by itself after a countdown with sound. Never while do not disturb is on.","con.drop_in.off":"No","con.drop_in.voice":"Voice only","con.drop_in.video":"With camera","con.through_quiet":"Rings although do not disturb is on","con.block":"Block","con.blocked":"Blocked","con.unblock":"Unblock","con.block_help":"Calls from this contact never ring here.","con.block_sure":"Block {n}? Their calls no longer ring here, and you see nothing of them.","con.all_calls":"All calls","lock.title":"Settings are locked","lock.text":"Calls go on as always.","lock.pin":"PIN","lock.open":"Unlock","lock.erase":"Erase","lock.short":"A PIN has at least 4 digits.","lock.wrong":"This PIN is wrong.","lock.too_many":"Too many wrong PINs.","lock.wait":"The next try is in {s}.","lock.not_admin":"Who is signed in to Home Assistant here is no administrator.","lock.admin_text":"Only an administrator of Home Assistant can change settings. Sign in as one on this device.","lock.admin_again":"Look again","lock.kind":"Who may change settings","lock.kind_help":"Keeps guests out of the settings of this device.","lock.kind.none":"Everybody","lock.kind.pin":"Who knows the PIN","lock.kind.admin":"Administrators of Home Assistant","lock.new":"New PIN","lock.repeat":"The same PIN again","lock.pin_help":"4 to 12 digits. Who forgets it needs an administrator of Home Assistant, or has to clear the data of this page.","lock.forgot":"PIN forgotten?","lock.forgot_help":"An administrator of Home Assistant who signs in on this device can open it without the PIN. If one was signed in when the PIN was chosen, only clearing the data of this page helps.","lock.differ":"The two PINs differ.","lock.saved":"The PIN is saved.","lock.change":"Change the PIN","lock.now":"Lock now","set.ringing":"Ringing","set.ringtone":"Ringtone","set.play":"Play the ringtone","set.tone_device":"As this device","set.tone.chimes":"Chimes","set.tone.telephone":"Telephone","set.tone.marimba":"Marimba","set.tone.lullaby":"Lullaby","set.tone.doorbell":"Doorbell","set.ring_volume":"Volume of the ring","set.ring_window":"How long a call rings","set.quiet":"Do not disturb","set.quiet_now":"Do not disturb now","set.quiet_help":"Nothing rings. Missed calls are kept.","set.quiet_until":"It is quiet until {time}.","set.quiet_add":"Add a quiet time","set.quiet_daily":"Every day","set.quiet_never":"On no day","set.quiet_span":"{from} to {to}","set.quiet_from":"From","set.quiet_to":"To","set.change":"Change","set.remove":"Remove","set.drop_in":"Drop-in: who connects without an answer","set.drop_in_only":"Nobody else connects without an answer.","set.drop_in_none":"Nobody connects without an answer.","set.drop_in_add":"Choose somebody","set.calls":"In calls","set.call_volume":"Volume of calls","set.second":"A second call","set.second.wait":"Is shown while you talk","set.second.busy":"Hears that you are busy","set.names":"Names on screen","set.names_help":"For screens that guests can see","set.names.show":"Always shown","set.names.while-ringing":"Hidden until answered","set.names.always":"Always hidden","set.hold":"Hold to hang up","set.hold_help":"Against small hands: the button has to be held.","set.station":"Call station","set.station_first":"Calls come in here","set.station_prefer":"Let calls come in here","set.station_sure":"Remove the call station {n}? Its helpers stay in Home Assistant.","set.station_add":"Another call station","set.station_help":"A second camera with a microphone on this device, with helpers of its own.","set.name":"Name of this call station","set.camera":"Camera","set.camera_gone":"{camera} (not available)","set.device_camera":"Which camera of this device","set.speaker":"Speaker","set.device_default":"As the browser chooses","set.devices_hidden":"The browser hides the names of devices until one was allowed.","set.devices_show":"Show names","auto.title":"What automations may do","auto.dial_anyone":"Call addresses that are no contacts","auto.link":"Call from a link without asking","auto.link_help":"For pages that are opened with ?call_assist=dial:…","auto.answer":"Answer calls","auto.answer_help":"The microphone is on then.","auto.answer_camera":"Send the camera when they answer","auto.hang_up":"Hang up and decline","auto.unmute":"Turn the microphone on in a call","auto.camera":"Turn the camera on in a call, or change it","auto.less":"Turning it off is always allowed.","auto.helpers":"Helpers in Home Assistant","auto.helpers_help":"The set-up makes and repairs them.","auto.helpers_make":"Create","auto.helpers_made":"The helpers are there.","auto.helpers_some":"Helpers that could not be created: {count}. The set-up says why.","auto.helpers_sure":"Remove the helpers of this call station? Automations that use them stop working.","auto.helpers_removed":"The helpers were removed.","auto.helpers_left":"Helpers that could not be removed here: {count}. Those of a YAML package are removed there.","auto.helpers_away":"Home Assistant does not answer. Nothing was removed.","set.device":"This device","set.language":"Language","set.language_auto":"As Home Assistant","set.transfer":"Settings as a file","set.transfer_help":"For another device. No password, key or PIN is in it.","set.export":"Export","set.import":"Import","set.exported":"The file is on its way to your downloads.","set.imported":"The settings were taken over.","set.import_wrong":"Nothing was changed. This is wrong in the file: {key}","set.more":"More","set.setup":"Set-up, step by step","set.setup_help":"Check this device, accounts, station and helpers","set.open":"Open","set.diagnostics_help":"How this device is, and a report to copy","set.accounts":"Accounts","set.add":"Add an account","set.sign_out":"Sign out","set.sign_out_sure":"Sign out of {account}? Keys and access are deleted from this device.","set.verify":"Verify this device","set.key":"Recovery key","set.key_help":"It is used once and not stored.","set.verified":"This device is verified.","set.advanced":"Advanced","set.saved":"Saved.","set.wrong":"This was not saved. Check the value and try again.","diag.copy":"Copy report","diag.copied":"The report is copied.","diag.copy_by_hand":"The browser does not copy it. Mark the report below and copy it by hand.","diag.problems":"What is wrong","diag.checks":"Checks","diag.not_checked":"Not checked since this page was opened","diag.check_again":"As they were when somebody last checked","diag.check":"Check this device","diag.no_accounts":"No account yet","diag.versions":"Versions","diag.secure":"Secure page","diag.yes":"Yes","diag.no":"No","diag.unknown":"Not known","diag.connected":"Talked","diag.middle":"Half of them this long or longer","diag.last":"Last call","diag.lasted":"It lasted","diag.last_end":"How it ended","diag.nobody":"Somebody","diag.path":"Path now","diag.relayed":"Through a relay","diag.direct":"Direct","diag.picture":"Their picture","diag.round_trip":"There and back","diag.report":"Report","diag.report_text":"No names, addresses, passwords or messages are in the report.","diag.unknown_keys":"A card has options we do not know","diag.helpers":"Missing helpers: {count}","diag.ok":"Good","diag.warn":"Could be better","diag.fail":"Does not work","diag.skipped":"Not known","diag.why.network":"The network or the server cannot be reached.","diag.why.server":"The server has a problem.","diag.why.rate_limited":"The server asks us to wait.","diag.why.encryption":"Encryption does not work here.","diag.why.revoked":"The server ended the session.","diag.why.removed":"The account is no longer on the server.","diag.why.storage":"Its keys could not be read on this device."};L("pages",U);function o(a,e){return A(a,e)}const B=["","M20 12H5M11 5.5 4.5 12l6.5 6.5"],Y=["M7 4.5v15c0 .8.9 1.3 1.5.8l11.5-7.5c.6-.4.6-1.2 0-1.6L8.5 3.7C7.9 3.2 7 3.7 7 4.5z",""],G=["","M18.5 5.5 6 18M6 9v9h9"],K=["","M5.5 18.5 18 6M9 6h9v9"],X=["M7 6.5 9.4 6.2c.6 0 1 .4 1.2.9l.8 2.6c.1.5 0 1-.4 1.3L9.7 12.3c1 1.8 2.4 3.2 4.1 4.1l1.3-1.4c.3-.3.8-.5 1.3-.3l2.6.8c.5.2.9.6.9 1.2l-.3 2.4c-.2 1.4-1.2 2.4-2.6 2.3C10.2 20.9 5 15.7 4.7 9.1 4.6 7.7 5.6 6.7 7 6.5z","m15 2.5 5.5 5.5M20.5 2.5 15 8"],J=["","m5 12.5 4.7 4.7L19 7.5"],Q=["","M6 12h12"],Z=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],ee=["","M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5"],te=["","M3 12.5h4l2.5-7 5 13 2.5-6h4"],ae=["m12 3.2 2.6 5.6 6.1.7c.6.1.8.8.4 1.2l-4.5 4.2 1.2 6c.1.6-.5 1-1 .7L12 18.6l-5.3 3c-.5.3-1.1-.1-1-.7l1.2-6-4.5-4.2c-.4-.4-.2-1.1.4-1.2l6.1-.7z",""],S=["M7.3 10h9.4a2.8 2.8 0 0 1 2.8 2.8v5.4a2.8 2.8 0 0 1-2.8 2.8H7.3a2.8 2.8 0 0 1-2.8-2.8v-5.4A2.8 2.8 0 0 1 7.3 10z","M8 10V7.5a4 4 0 0 1 8 0V10"],k={"sign-in":{tag:"ca-sign-in",load:async()=>(await import("./sign-in-BdMWbY7T.js")).CaSignIn,title:a=>a?"setup.again":"setup.account"},setup:{tag:"ca-setup",load:async()=>(await import("./setup-DteStcX8.js")).CaSetup,title:()=>"card.setup"},history:{tag:"ca-history",load:async()=>(await import("./history-CIPDgSp3.js")).CaHistory,title:()=>"page.history",actions:[{action:"delete-all",word:"hist.delete_all",look:"edge"}]},contact:{tag:"ca-contact",load:async()=>(await import("./contact-IDhZ0t85.js")).CaContact,title:a=>a?"con.title":"page.people"},settings:{tag:"ca-settings",load:async()=>(await import("./settings-BtDq7n3X.js")).CaSettings,title:()=>"page.settings"},diagnostics:{tag:"ca-diagnostics",load:async()=>(await import("./diagnostics-CfS3_Kju.js")).CaDiagnostics,title:()=>"page.diagnostics",actions:[{action:"copy-report",word:"diag.copy",look:"solid"}]}},M=[{view:"history",word:"page.history",drawing:Z},{view:"contact",word:"page.people",drawing:O},{view:"settings",word:"page.settings",drawing:ee},{view:"diagnostics",word:"page.diagnostics",drawing:te}];async function se(a,e,t){const{tag:s,load:i}=k[a],n=await F(`page-${a}`,i);if(!n)return null;customElements.get(s)||customElements.define(s,n);const p=document.createElement(s);return Object.assign(p,{callAssist:e,detail:t,...a==="sign-in"&&{again:t}})}const ie=g`
  dialog.page {
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    border: 0;
    padding: 0;
    color: var(--text);
    background: var(--bg);
    outline: 0;
    overflow: hidden;
  }
  dialog.page[open] {
    display: grid;
    grid-template: 'head acts tabs' auto 'body body body' minmax(0, 1fr) / minmax(0, 1fr) auto auto;
  }
  .head {
    grid-area: head;
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 72px;
    padding: 8px 12px;
  }
  .head .ib {
    inline-size: 56px;
    block-size: 56px;
    --i: 28px;
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: 24px;
    font-weight: 500;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  h2:focus-visible {
    outline-offset: 6px;
    border-radius: 4px;
  }
  .head-acts {
    grid-area: acts;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding-inline: 24px 12px;
  }
  nav {
    grid-area: tabs;
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline: 12px 20px;
  }
  nav button {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
    min-block-size: 60px;
    min-inline-size: 88px;
    padding: 4px 10px;
    border-radius: 16px;
    font-size: 14px;
    font-weight: 500;
    line-height: 1.15;
    color: var(--quiet);
  }
  nav [aria-current='page'] {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  main {
    grid-area: body;
    overflow: auto;
    padding: 4px 32px 32px;
    overscroll-behavior: contain;
  }
  main > * {
    max-inline-size: 1280px;
    margin-inline: auto;
  }
  main > ca-sign-in {
    display: block;
    max-inline-size: 640px;
  }
  main > .note {
    margin-block-end: 12px;
  }
  dialog.sheet {
    inline-size: min(420px, 100%);
    max-block-size: 100%;
    border: 0;
    border-radius: 32px;
    padding: 24px 28px 28px;
    color: var(--text);
    background: var(--surface);
    box-shadow: 0 24px 80px rgba(0, 0, 0, 0.35);
    outline: 0;
  }
  dialog.sheet::backdrop {
    background: rgba(0, 0, 0, 0.58);
  }
  @media (max-width: 1000px) {
    dialog.page[open] {
      grid-template: 'head acts' auto 'tabs tabs' auto 'body body' minmax(0, 1fr) / minmax(0, 1fr) auto;
    }
    nav {
      padding: 0 20px 8px;
    }
    nav button {
      flex: 1;
      min-inline-size: 0;
    }
  }
  @media (max-width: 600px) {
    dialog.page[open] {
      grid-template: 'head acts' auto 'body body' minmax(0, 1fr) 'tabs tabs' auto / minmax(0, 1fr) auto;
    }
    .head {
      min-block-size: 64px;
      padding: 4px 8px;
    }
    .head-acts {
      padding-inline: 0 12px;
    }
    nav {
      gap: 0;
      padding: 4px;
      padding-block-end: max(4px, env(safe-area-inset-bottom));
      background: var(--surface);
      border-block-start: 1px solid var(--line);
    }
    nav button {
      flex: 1 1 auto;
      padding: 4px 2px;
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    main {
      padding: 4px 16px 24px;
    }
    dialog.sheet {
      border-radius: 24px;
      padding: 16px 20px 20px;
    }
  }
  @media (max-width: 360px) {
    dialog.page[open] {
      grid-template: 'head' auto 'acts' auto 'body' minmax(0, 1fr) 'tabs' auto / minmax(0, 1fr);
    }
    .head-acts {
      padding: 0 16px 8px;
    }
    nav button {
      font-size: 12px;
    }
  }
`,w=g`
  :host {
    display: block;
  }
  .cols {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 24px;
    align-items: start;
  }
  .cap {
    font-size: 16px;
    font-weight: 500;
    color: var(--quiet);
    margin: 22px 4px 8px;
  }
  .cap:first-child {
    margin-block-start: 4px;
  }
  .box {
    background: var(--surface);
    border-radius: 20px;
    box-shadow: inset 0 0 0 1px var(--line);
    padding: 6px 20px;
    overflow-wrap: anywhere;
  }
  .box + .box {
    margin-block-start: 12px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-block-size: 72px;
    padding-block: 10px;
  }
  .line + .line,
  .line + .part,
  .part + .line,
  .part + .part {
    border-block-start: 1px solid var(--line);
  }
  label.line,
  .line > label {
    cursor: pointer;
  }
  .line > .t {
    flex: 1 1 160px;
    min-inline-size: 0;
    line-height: 1.35;
    text-align: start;
  }
  .t > b {
    display: block;
    font-size: 18px;
  }
  .t > small {
    display: block;
    font-size: 15px;
    color: var(--quiet);
  }
  .t > small:empty {
    display: none;
  }
  .line > .in,
  .line > .range {
    flex: 1 1 160px;
    max-inline-size: 320px;
  }
  .line > .in {
    min-block-size: 48px;
    font-size: 16px;
  }
  .part {
    display: grid;
    gap: 12px;
    padding-block: 12px;
  }
  .part > .acts:first-child:last-child {
    justify-content: flex-start;
  }
  .sw {
    appearance: none;
    margin: 8px 0;
    inline-size: 56px;
    block-size: 32px;
    flex: none;
    border-radius: 16px;
    position: relative;
    background: var(--quiet);
    cursor: pointer;
  }
  .sw::after {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--surface);
  }
  .sw:checked {
    background: var(--accent-fill);
  }
  .sw:checked::after {
    inset-inline-start: 28px;
    background: #fff;
  }
  .sw:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .range {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .range input {
    flex: 1;
    min-inline-size: 0;
    block-size: 48px;
    accent-color: var(--accent-fill);
  }
  .range .num {
    min-inline-size: 52px;
    text-align: end;
  }
  .state {
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    --i: 20px;
    background: var(--sunken);
    color: var(--quiet);
  }
  .state.ok {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  .state.warn {
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  .state.fail {
    background: var(--stop-tint);
    color: var(--stop-ink);
  }
  select.in {
    /* The browser's arrow would touch the edge. */
    border-inline-end: 12px solid transparent;
  }
  .said:empty {
    position: absolute;
  }
  .said:not(:empty) {
    margin-block: 0 12px;
    padding: 12px 16px;
    border-radius: 16px;
    background: var(--sunken);
    overflow-wrap: anywhere;
  }
  .none {
    padding: 32px 16px;
    text-align: center;
    color: var(--quiet);
  }
  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 18px;
    margin-block-end: 8px;
  }
  .find > .in {
    flex: 1 1 240px;
    inline-size: auto;
    border-radius: 28px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .find > .seg {
    flex: 0 1 auto;
  }
  .seg label {
    position: relative;
    flex: 1;
    display: grid;
    cursor: pointer;
  }
  .seg input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .seg span {
    display: grid;
    place-items: center;
    min-block-size: 48px;
    padding: 0 18px;
    border-radius: 24px;
    font-weight: 500;
    color: var(--quiet);
    text-align: center;
  }
  .seg :checked + span {
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 1px 3px rgba(0, 0, 0, 0.18);
  }
  .seg :focus-visible + span {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
  }
  .dir:dir(rtl) {
    transform: scaleX(-1);
  }
  @media (max-width: 900px) {
    .cols {
      grid-template-columns: minmax(0, 1fr);
    }
    .cols > * + * > .cap:first-child {
      margin-block-start: 22px;
    }
  }
  @media (max-width: 600px) {
    .box {
      padding-inline: 14px;
    }
    .seg span,
    .seg button {
      padding: 0 8px;
    }
  }
`,q=new Map;function d(a,e){const{language:t}=h.value,s=`${t} ${a}`,i=q.get(s)??e(t);return q.set(s,i),i}const u=(a,e)=>d(a,t=>new Intl.DateTimeFormat(t,e));function I(a,e){return Number.isNaN(new Date(e).getTime())?"":a.format(e)}const x=a=>I(u("time",{hour:"numeric",minute:"2-digit"}),a);function D(a,e){const t=Math.round((v(e)-v(a))/864e5);if(t===0||t===1){const i=d("relative",n=>new Intl.RelativeTimeFormat(n,{numeric:"auto"}));return y(i.format(t===0?0:-1,"day"))}const s=t>0&&t<7;return y(I(s?u("weekday",{weekday:"long"}):u("date",{dateStyle:"long"}),a))}const oe=a=>v(a);function v(a){const e=new Date(a);return new Date(e.getFullYear(),e.getMonth(),e.getDate()).getTime()}const ne=(a,e)=>`${D(a,e)}, ${x(a)}`;function re(a){const e=Math.max(0,Math.round(a/1e3)),[t,s,i]=[Math.floor(e/3600),Math.floor(e/60)%60,e%60];return(t?[[t,"hour"],[s,"minute"]]:s?[[s,"minute"],[i,"second"]]:[[i,"second"]]).map(([n,p])=>P(n,p)).join(" ")}const P=(a,e)=>d(e,t=>new Intl.NumberFormat(t,{style:"unit",unit:e,unitDisplay:"short"})).format(a),E=a=>d("seconds",e=>new Intl.NumberFormat(e,{style:"unit",unit:"second",unitDisplay:"long"})).format(a),le=a=>d("percent",e=>new Intl.NumberFormat(e,{style:"percent"})).format(a);function ce(){const a=d("first",e=>new Intl.Locale(e).getWeekInfo?.().firstDay??1);return Array.from({length:7},(e,t)=>{const s=(a+t)%7,i=new Date(2023,0,1+s).getTime();return{day:s,short:u("day-short",{weekday:"short"}).format(i),long:u("weekday",{weekday:"long"}).format(i)}})}function de(a){const[e=0,t=0]=a.split(":").map(Number);return x(new Date(2023,0,1,e,t).getTime())}function pe(a){return y(new Intl.DisplayNames([a],{type:"language"}).of(a)??a)}function y(a){const[e="",...t]=a;return e.toLocaleUpperCase(h.value.language)+t.join("")}function _(a,e){return a instanceof Error&&a.name===e&&"problem"in a?String(a.problem):null}function he(a){const e=_(a,"StorageError");return e&&`${C(`storage.${e}.title`)}. ${C(`storage.${e}`)}`}const $=g`
  h3 {
    font-size: 18px;
    font-weight: 500;
    margin-block: 24px 8px;
  }
  form,
  .stack {
    display: grid;
    gap: 16px;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .field label {
    font-weight: 500;
  }
  summary {
    display: flex;
    align-items: center;
    min-block-size: 48px;
    font-weight: 500;
    color: var(--accent-ink);
    cursor: pointer;
  }
  .hint {
    font-size: 14px;
    color: var(--quiet);
  }
  .hint:empty {
    display: none;
  }
  .in[aria-invalid='true'] {
    background: var(--stop-tint);
    box-shadow: inset 0 0 0 2px var(--stop-ink);
  }
  .err {
    color: var(--stop-ink);
    font-weight: 500;
  }
  .seg {
    display: flex;
    flex-wrap: wrap;
    padding: 4px;
    gap: 4px;
    border-radius: 28px;
    background: var(--sunken);
  }
  .seg button {
    flex: 1;
    min-block-size: 48px;
    padding: 0 18px;
    border-radius: 24px;
    font-weight: 500;
    color: var(--quiet);
    text-align: center;
  }
  .seg [aria-selected='true'] {
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 1px 3px rgba(0, 0, 0, 0.18);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    justify-content: flex-end;
  }
  .account {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: 16px;
    background: var(--sunken);
    margin-block-end: 8px;
    overflow-wrap: anywhere;
  }
  .account .in {
    background: var(--surface);
  }
  .account small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
`,T=a=>_(a,"LockedError");class ue extends m{static styles=[f,$,w];static properties={callAssist:{attribute:!1},detail:{attribute:!1},said:{state:!0}};#e=!1;constructor(){super(),this.detail=null,this.said="",b(this,()=>this.sources)}get sources(){return[h,this.callAssist.snapshot]}disconnectedCallback(){super.disconnectedCallback(),this.#e&&this.callAssist.previewRingtone(null),this.#e=!1}preview(e){this.#e=!0,this.callAssist.previewRingtone(e)}get snapshot(){return this.callAssist.snapshot.value}stationOf(e){return V(this.snapshot,e)}open(e,t=null){this.dispatchEvent(new CustomEvent("open-page",{bubbles:!0,composed:!0,detail:{view:e,detail:t}}))}async tell(e,t="",s=o("set.wrong")){this.said="";try{return await e(),this.said=t,!0}catch(i){return T(i)==="locked"?this.unlock(()=>{this.tell(e,t,s)}):this.said=he(i)??(typeof s=="string"?s:s(i)),!1}finally{this.requestUpdate()}}unlock(e){this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:e}))}async dial(e,t){this.said="";const s=await this.callAssist.command({type:"dial",to:e,video:t,by:"touch"});!s.ok&&s.reason.startsWith("refused_")&&(this.said=o(`refused.${s.reason}`))}}const ge=g`
  form {
    gap: 12px;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .top h3 {
    flex: 1;
    margin: 0;
    font-size: 22px;
    line-height: 1.2;
  }
  .pin {
    text-align: center;
    letter-spacing: 0.3em;
    font-size: 22px;
  }
  .pin::placeholder {
    letter-spacing: normal;
    font-size: 18px;
  }
  .wait:empty {
    display: block;
  }
  .wait {
    min-block-size: 20px;
    text-align: center;
  }
  .pad {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
  }
  .key {
    min-block-size: 64px;
    padding: 4px;
    border-radius: 20px;
    background: var(--sunken);
    font-size: 24px;
    font-weight: 500;
    line-height: 1.1;
    overflow-wrap: anywhere;
  }
  .key.word {
    font-size: 16px;
  }
  .key.ok:not([disabled]) {
    background: var(--accent-fill);
    color: #fff;
  }
  @media (max-height: 560px) {
    .key {
      min-block-size: 48px;
    }
  }
`,H=12,me=4;class be extends m{static styles=[f,$,w,ge];static properties={callAssist:{attribute:!1},pin:{state:!0},said:{state:!0},working:{state:!0}};now=()=>Date.now();#e;constructor(){super(),this.pin="",this.said="",this.working=!1,b(this,()=>[h,this.callAssist.snapshot])}connectedCallback(){super.connectedCallback(),this.#e=setInterval(()=>this.#t>0&&this.requestUpdate(),500)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e),this.pin=""}get#t(){const{retryAt:e}=this.callAssist.snapshot.value.lock;return e===null?0:Math.max(0,Math.ceil((e-this.now())/1e3))}render(){const{kind:e}=this.callAssist.snapshot.value.lock;return r`<form @submit=${this.#r}>
      <div class="top">
        <span class="state">${c(S)}</span>
        <h3>${o("lock.title")}</h3>
        <button type="button" class="ib" data-action="leave" aria-label=${o("common.close")} @click=${this.#s}>
          ${c(z)}
        </button>
      </div>
      ${e==="admin"?this.#i():this.#o()}
      <p class="err" role="alert" ?hidden=${!this.said}>${this.said}</p>
    </form>`}#i(){return r`<p>${o("lock.admin_text")}</p>
      <div class="acts">
        <button class="btn solid" data-action="unlock" aria-disabled=${this.working}>${o("lock.admin_again")}</button>
      </div>`}#o(){const e=this.#t,t=s=>r`<button
        type="button"
        class="key"
        data-digit=${s}
        ?disabled=${e>0}
        @click=${()=>this.#n(s)}
      >
        ${s}
      </button>`;return r`<label class="vh" for="pin">${o("lock.pin")}</label>
      <input
        class="in pin"
        id="pin"
        type="password"
        inputmode="none"
        autocomplete="off"
        maxlength=${H}
        placeholder=${o("lock.pin")}
        .value=${this.pin}
        ?disabled=${e>0}
        @input=${s=>this.pin=s.target.value.replace(/\D/g,"")}
      />
      <p class="hint wait" aria-live="off">${e>0?o("lock.wait",{s:E(e)}):l}</p>
      <div class="pad" dir="ltr">
        ${["1","2","3","4","5","6","7","8","9"].map(t)}
        <button
          type="button"
          class="key word"
          data-action="erase"
          ?disabled=${e>0}
          @click=${()=>this.pin=this.pin.slice(0,-1)}
        >
          ${o("lock.erase")}
        </button>
        ${t("0")}
        <button class="key word ok" data-action="unlock" ?disabled=${e>0} aria-disabled=${this.working}>
          ${o("lock.open")}
        </button>
      </div>
      <button
        type="button"
        class="btn"
        data-action="forgot"
        aria-disabled=${this.working}
        @click=${()=>{this.#a(null,o("lock.forgot_help"))}}
      >
        ${o("lock.forgot")}
      </button>`}#n(e){this.said="",this.pin.length<H&&(this.pin+=e)}#r=async e=>{e.preventDefault();const{kind:t}=this.callAssist.snapshot.value.lock;if(t==="pin"&&this.pin.length<me)return void(this.said=o("lock.short"));await this.#a(this.pin,o("lock.not_admin"))};async#a(e,t){if(!this.working){this.working=!0,this.said="";try{await this.callAssist.unlock(e),this.dispatchEvent(new CustomEvent("unlocked"))}catch(s){const i=T(s);i==="not_admin"?this.said=t:i==="wrong_pin"?this.said=o("lock.wrong"):this.said=o(i==="too_many_tries"?"lock.too_many":"setup.other")}finally{this.pin="",this.working=!1}}}#s=()=>{this.dispatchEvent(new CustomEvent("leave"))}}class R extends m{static styles=[f,ie];static properties={callAssist:{attribute:!1},levels:{state:!0},unlocking:{state:!0}};#e=N();constructor(){super(),this.levels=[],this.unlocking=null,b(this,()=>[h,this.callAssist.snapshot])}get#t(){return this.levels.at(-1)}render(){const e=this.#t,t=e&&k[e.view],s=this.levels.length===1,i=n=>n.stopPropagation();return r`<dialog
        class="page"
        tabindex="-1"
        aria-labelledby="title"
        data-page=${e?.view??l}
        @close=${this.#u}
        @cancel=${this.#h}
        @keydown=${i}
        @keyup=${i}
        @keypress=${i}
        @open-page=${this.#c}
        @unlock=${this.#d}
      >
        <div class="head">
          <button
            class="ib"
            data-action=${s?"close":"back"}
            aria-label=${o(s?"common.close":"page.back")}
            @click=${this.back}
          >
            ${s?c(z):r`<span class="dir">${c(B)}</span>`}
          </button>
          <h2 id="title" tabindex="-1">
            ${e?.content&&t?A(t.title(e.detail)):o("card.starting")}
          </h2>
        </div>
        ${this.#i(e)}${this.#o(e)}
        <main>${this.#n(e)}</main>
      </dialog>
      ${this.unlocking?r`<dialog
              class="sheet"
              tabindex="-1"
              aria-label=${o("lock.title")}
              @close=${this.#l}
              @keydown=${i}
            >
              <ca-unlock .callAssist=${this.callAssist} @unlocked=${this.#p} @leave=${this.#l}></ca-unlock>
            </dialog>`:l}`}#i(e){const t=(e?.content&&k[e.view].actions)??[];return t.length?r`<div class="head-acts">
      ${t.map(({action:s,word:i,look:n})=>r`<button class="btn ${n}" data-action=${s} @click=${()=>e?.content?.act?.(s)}>
            ${o(i)}
          </button>`)}
    </div>`:l}#o(e){return this.levels.length===1&&M.some(({view:t})=>t===e?.view)&&!fe(e)?r`<nav aria-label=${o("page.pages")}>
      ${M.map(({view:t,word:s,drawing:i})=>r`<button
            data-tab=${t}
            aria-current=${t===e?.view?"page":l}
            @click=${()=>t!==e?.view&&this.#a(t)}
          >
            ${c(i)}<span>${o(s)}</span>
          </button>`)}
    </nav>`:l}#n(e){const{role:t}=this.callAssist.snapshot.value,s=t==="other-tab"?r`<p class="note warn">
            ${c(W)}<span class="t"><b>${o("card.other_tab")}</b>${o("card.other_tab_text")}</span
            ><button class="btn solid" data-action="use-here" @click=${this.#r}>${o("card.use_here")}</button>
          </p>`:l;return e?.failed?r`<p class="note bad" role="alert">
        <span class="t"><b>${o("card.broken")}</b>${o("card.broken_text")}</span
        ><button class="btn solid" data-action="reload" @click=${()=>location.reload()}>${o("card.reload")}</button>
      </p>`:r`${s}${e?.content??l}`}#r=()=>{this.callAssist.takeOver().catch(()=>{})};firstUpdated(){const e=this.renderRoot.querySelector("dialog");e?.showModal(),e?.focus()}updated(){const e=this.renderRoot.querySelector(".sheet");e&&!e.open&&(e.showModal(),e.focus())}show(e,t){const s=this.renderRoot.querySelector("main"),i=this.levels.map((n,p)=>p===this.levels.length-1&&s?{...n,left:{scroll:s.scrollTop,focus:N()}}:n);return this.#s([...i,{view:e,detail:t,content:null}])}async#a(e){await this.#s([{view:e,detail:null,content:null}]),this.renderRoot.querySelector(`[data-tab=${e}]`)?.focus()}async#s(e){this.levels=e;const t=e.at(-1);if(!t)return;const s=await se(t.view,this.callAssist,t.detail);if(this.levels!==e)return;for(const n of["leave","signed-in"])s?.addEventListener(n,()=>{this.back()});this.levels=[...e.slice(0,-1),s?{...t,content:s}:{...t,failed:!0}],await this.updateComplete;const i=this.renderRoot.querySelector("main");i&&(i.scrollTop=0),e.length>1&&this.renderRoot.querySelector("h2")?.focus()}back=async()=>{if(this.levels.length<=1)return void this.renderRoot.querySelector("dialog")?.close();this.levels=this.levels.slice(0,-1),await this.updateComplete;const e=this.renderRoot.querySelector("main"),{left:t}=this.#t??{};e&&t&&(e.scrollTop=t.scroll),t?.focus?.isConnected?t.focus.focus({preventScroll:!0}):this.renderRoot.querySelector("h2")?.focus()};#c=e=>{this.show(e.detail.view,e.detail.detail)};#d=e=>{this.unlocking=e.detail};#p=()=>{const e=this.unlocking;this.#l(),e?.()};#l=()=>{this.renderRoot.querySelector(".sheet")?.close(),this.unlocking=null};#h=e=>{e.target!==e.currentTarget||this.levels.length<=1||(e.preventDefault(),this.back())};#u=e=>{e.target===e.currentTarget&&(this.remove(),this.#e?.isConnected&&this.#e.focus())}}const fe=a=>a?.view==="contact"&&a.detail!==null;for(const[a,e]of[["ca-page",R],["ca-unlock",be]])customElements.get(a)||customElements.define(a,e);function ke(a,e,t=null){document.querySelector("ca-page")?.remove();const s=Object.assign(document.createElement("ca-page"),{callAssist:a,dir:j()});document.body.append(s),s.show(e,t)}const we=Object.freeze(Object.defineProperty({__proto__:null,CaPage:R,openPage:ke},Symbol.toStringTag,{value:"Module"}));export{ue as P,_ as a,w as b,J as c,re as d,Y as e,le as f,oe as g,D as h,X as i,G as j,x as k,S as l,Q as m,ne as n,ae as o,$ as p,T as q,de as r,E as s,o as t,ce as u,P as v,K as w,pe as x,we as y};
