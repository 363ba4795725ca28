import{t as w,p as C,m as T,n as d,o as h,q as g,w as u,s as c,u as n,A as r,v}from"./app-Y0z-pJrJ.js";import{p as S,b,c as y,s as q}from"./live-COBrK9xO.js";import"./more-C15upvYQ.js";const M={"page.back":"Back","page.pages":"Pages of this device","page.history":"Calls","page.people":"People","page.settings":"Settings","page.diagnostics":"Diagnostics","hist.search":"Search calls","hist.filter":"Which calls","hist.all":"All","hist.missed":"Missed","hist.incoming":"Incoming","hist.outgoing":"Outgoing","hist.voice":"Voice","hist.video":"Video","hist.talked":"{kind}, {time}","hist.new":"Missed since somebody last looked: {count}","hist.none":"No calls yet.","hist.none_found":"No call fits.","hist.failed":"The calls could not be read.","hist.person":"Contact","hist.delete":"Delete","hist.delete_sure":"Delete this call from the list?","hist.delete_all":"Delete all","hist.delete_all_sure":"Delete all calls from the list of this device?","hist.deleted":"Deleted.","con.title":"Contact","con.search":"Search people","con.requests":"Who wants to reach you","con.none_found":"Nobody fits.","con.gone":"This contact is no longer there.","con.favourite":"Favourite","con.favourite_help":"Shown first on the cards of this device","con.alias":"Name here","con.alias_help":"Scripts and helpers can call it, too.","con.drop_in":"May drop in","con.drop_in_help":"Connects by itself after a countdown with sound. Never while do not disturb is on.","con.drop_in.off":"No","con.drop_in.voice":"Voice only","con.drop_in.video":"With camera","con.through_quiet":"Rings although do not disturb is on","con.block":"Block","con.blocked":"Blocked","con.unblock":"Unblock","con.block_help":"Calls from this contact never ring here.","con.block_sure":"Block {n}? Their calls no longer ring here, and you see nothing of them.","con.all_calls":"All calls","lock.title":"Settings are locked","lock.text":"Calls go on as always.","lock.pin":"PIN","lock.open":"Unlock","lock.erase":"Erase","lock.short":"A PIN has at least 4 digits.","lock.wrong":"This PIN is wrong.","lock.too_many":"Too many wrong PINs.","lock.wait":"The next try is in {s} seconds.","lock.not_admin":"Who is signed in to Home Assistant here is no administrator.","lock.admin_text":"Only an administrator of Home Assistant can change settings. Sign in as one on this device.","lock.admin_again":"Look again","lock.kind":"Who may change settings","lock.kind_help":"Keeps guests out of the settings of this device.","lock.kind.none":"Everybody","lock.kind.pin":"Who knows the PIN","lock.kind.admin":"Administrators of Home Assistant","lock.new":"New PIN","lock.repeat":"The same PIN again","lock.pin_help":"4 to 12 digits. Who forgets it has to clear the data of this page.","lock.differ":"The two PINs differ.","lock.saved":"The PIN is saved.","lock.change":"Change the PIN","lock.now":"Lock now","set.ringing":"Ringing","set.ringtone":"Ringtone","set.play":"Play the ringtone","set.tone_device":"As this device","set.tone.chimes":"Chimes","set.tone.telephone":"Telephone","set.tone.marimba":"Marimba","set.tone.lullaby":"Lullaby","set.tone.doorbell":"Doorbell","set.ring_volume":"Volume of the ring","set.ring_window":"How long a call rings","set.quiet":"Do not disturb","set.quiet_now":"Do not disturb now","set.quiet_help":"Nothing rings. Missed calls are kept.","set.quiet_until":"It is quiet until {time}.","set.quiet_add":"Add a quiet time","set.quiet_daily":"Every day","set.quiet_never":"On no day","set.quiet_span":"{from} to {to}","set.quiet_from":"From","set.quiet_to":"To","set.change":"Change","set.remove":"Remove","set.drop_in":"Drop-in: who connects without an answer","set.drop_in_only":"Nobody else connects without an answer.","set.drop_in_none":"Nobody connects without an answer.","set.drop_in_add":"Choose somebody","set.calls":"In calls","set.call_volume":"Volume of calls","set.second":"A second call","set.second.wait":"Is shown while you talk","set.second.busy":"Hears that you are busy","set.names":"Names on screen","set.names_help":"For screens that guests can see","set.names.show":"Always shown","set.names.while-ringing":"Hidden until answered","set.names.always":"Always hidden","set.hold":"Hold to hang up","set.hold_help":"Against small hands: the button has to be held.","set.station":"Call station","set.name":"Name of this call station","set.camera":"Camera","set.camera_gone":"{camera} (not available)","set.device_camera":"Which camera of this device","set.speaker":"Speaker","set.device_default":"As the browser chooses","set.devices_hidden":"The browser hides the names of devices until one was allowed.","set.devices_show":"Show names","set.devices_denied":"The browser did not allow it.","set.dial_anyone":"Scripts may call addresses that are no contacts","set.script_camera":"An answer by script sends the camera","set.device":"This device","set.language":"Language","set.language_auto":"As Home Assistant","set.transfer":"Settings as a file","set.transfer_help":"For another device. No password, key or PIN is in it.","set.export":"Export","set.import":"Import","set.exported":"The file is on its way to your downloads.","set.imported":"The settings were taken over.","set.import_wrong":"Nothing was changed. This is wrong in the file: {key}","set.more":"More","set.setup":"Set-up, step by step","set.setup_help":"Check this device, accounts, station and helpers","set.open":"Open","set.diagnostics_help":"How this device is, and a report to copy","set.accounts":"Accounts","set.add":"Add an account","set.sign_out":"Sign out","set.sign_out_sure":"Sign out of {account}? Keys and access are deleted from this device.","set.verify":"Verify this device","set.key":"Recovery key","set.key_help":"It is used once and not stored.","set.verified":"This device is verified.","set.not_verified":"This recovery key does not fit the account.","set.no_relay":"The server of this account offers no relay (TURN), so calls may only work inside your own network. Ask its administrator for one.","set.wrong":"This was not saved. Check the value and try again.","diag.copy":"Copy report","diag.copied":"The report is copied.","diag.copy_by_hand":"The browser does not copy it. Mark the report below and copy it by hand.","diag.problems":"What is wrong","diag.checks":"Checks","diag.not_checked":"Not checked since this page was opened","diag.check_again":"As they were when somebody last checked","diag.check":"Check this device","diag.no_accounts":"No account yet","diag.versions":"Versions","diag.secure":"Secure page","diag.yes":"Yes","diag.no":"No","diag.unknown":"Not known","diag.connected":"Talked","diag.middle":"Half of them this long or longer","diag.last":"Last call","diag.lasted":"It lasted","diag.last_end":"How it ended","diag.nobody":"Somebody","diag.path":"Path now","diag.relayed":"Through a relay","diag.direct":"Direct","diag.picture":"Their picture","diag.round_trip":"There and back","diag.report":"Report","diag.report_text":"No names, addresses, passwords or messages are in the report.","diag.unknown_keys":"A card has options we do not know","diag.helpers":"Missing helpers: {count}","diag.ok":"Good","diag.warn":"Could be better","diag.fail":"Does not work","diag.skipped":"Not known","diag.why.network":"The network or the server cannot be reached.","diag.why.server":"The server has a problem.","diag.why.rate_limited":"The server asks us to wait.","diag.why.encryption":"Encryption does not work here.","diag.why.revoked":"The server ended the session.","diag.why.removed":"The account is no longer on the server.","diag.why.storage":"Its keys could not be read on this device."};C("pages",M);function s(i,e){return w(i,e)}const N=["","M20 12H5M11 5.5 4.5 12l6.5 6.5"],E=["M7 4.5v15c0 .8.9 1.3 1.5.8l11.5-7.5c.6-.4.6-1.2 0-1.6L8.5 3.7C7.9 3.2 7 3.7 7 4.5z",""],P=["","M18.5 5.5 6 18M6 9v9h9"],I=["","M5.5 18.5 18 6M9 6h9v9"],R=["M7 6.5 9.4 6.2c.6 0 1 .4 1.2.9l.8 2.6c.1.5 0 1-.4 1.3L9.7 12.3c1 1.8 2.4 3.2 4.1 4.1l1.3-1.4c.3-.3.8-.5 1.3-.3l2.6.8c.5.2.9.6.9 1.2l-.3 2.4c-.2 1.4-1.2 2.4-2.6 2.3C10.2 20.9 5 15.7 4.7 9.1 4.6 7.7 5.6 6.7 7 6.5z","m15 2.5 5.5 5.5M20.5 2.5 15 8"],D=["","m5 12.5 4.7 4.7L19 7.5"],H=["","M6 12h12"],L=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],W=["","M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5"],O=["","M3 12.5h4l2.5-7 5 13 2.5-6h4"],V=["m12 3.2 2.6 5.6 6.1.7c.6.1.8.8.4 1.2l-4.5 4.2 1.2 6c.1.6-.5 1-1 .7L12 18.6l-5.3 3c-.5.3-1.1-.1-1-.7l1.2-6-4.5-4.2c-.4-.4-.2-1.1.4-1.2l6.1-.7z",""],_=["M7.3 10h9.4a2.8 2.8 0 0 1 2.8 2.8v5.4a2.8 2.8 0 0 1-2.8 2.8H7.3a2.8 2.8 0 0 1-2.8-2.8v-5.4A2.8 2.8 0 0 1 7.3 10z","M8 10V7.5a4 4 0 0 1 8 0V10"],m={"sign-in":{tag:"ca-sign-in",load:async()=>(await import("./sign-in-jnscfpSw.js")).CaSignIn,title:i=>i?"setup.again":"setup.account"},setup:{tag:"ca-setup",load:async()=>(await import("./setup-BYtI6Hhh.js")).CaSetup,title:()=>"card.setup"},history:{tag:"ca-history",load:async()=>(await import("./history-Cy-gskjA.js")).CaHistory,title:()=>"page.history",actions:[{action:"delete-all",word:"hist.delete_all",look:"edge"}]},contact:{tag:"ca-contact",load:async()=>(await import("./contact-w2_xhY9g.js")).CaContact,title:i=>i?"con.title":"page.people"},settings:{tag:"ca-settings",load:async()=>(await import("./settings-B5MXJBbb.js")).CaSettings,title:()=>"page.settings"},diagnostics:{tag:"ca-diagnostics",load:async()=>(await import("./diagnostics-CqWhVxtl.js")).CaDiagnostics,title:()=>"page.diagnostics",actions:[{action:"copy-report",word:"diag.copy",look:"solid"}]}},$=[{view:"history",word:"page.history",drawing:L},{view:"contact",word:"page.people",drawing:S},{view:"settings",word:"page.settings",drawing:W},{view:"diagnostics",word:"page.diagnostics",drawing:O}];async function j(i,e,t){const{tag:a,load:o}=m[i],l=await T(`page-${i}`,o);if(!l)return null;customElements.get(a)||customElements.define(a,l);const p=document.createElement(a);return Object.assign(p,{callAssist:e,detail:t,...i==="sign-in"&&{again:t}})}const U=d`
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
`,k=d`
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
`,x=d`
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
`;function f(i){return i instanceof Error&&i.name==="LockedError"&&"problem"in i?String(i.problem):null}class B extends h{static styles=[b,x,k];static properties={callAssist:{attribute:!1},detail:{attribute:!1},said:{state:!0}};#e=!1;constructor(){super(),this.detail=null,this.said="",g(this,()=>this.sources)}get sources(){return[u,this.callAssist.snapshot]}disconnectedCallback(){super.disconnectedCallback(),this.#e&&this.callAssist.previewRingtone(null),this.#e=!1}preview(e){this.#e=!0,this.callAssist.previewRingtone(e)}get snapshot(){return this.callAssist.snapshot.value}open(e,t=null){this.dispatchEvent(new CustomEvent("open-page",{bubbles:!0,composed:!0,detail:{view:e,detail:t}}))}async tell(e,t="",a=s("set.wrong")){this.said="";try{return await e(),this.said=t,!0}catch(o){return f(o)==="locked"?this.unlock(()=>{this.tell(e,t,a)}):this.said=a,!1}finally{this.requestUpdate()}}unlock(e){this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:e}))}async dial(e,t){this.said="";const a=await this.callAssist.command({type:"dial",to:e,video:t,by:"touch"});!a.ok&&a.reason.startsWith("refused_")&&(this.said=s(`refused.${a.reason}`))}}const F=d`
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
`,z=12,G=4;class K extends h{static styles=[b,x,k,F];static properties={callAssist:{attribute:!1},pin:{state:!0},said:{state:!0},working:{state:!0}};now=()=>Date.now();#e;constructor(){super(),this.pin="",this.said="",this.working=!1,g(this,()=>[u,this.callAssist.snapshot])}connectedCallback(){super.connectedCallback(),this.#e=setInterval(()=>this.#t>0&&this.requestUpdate(),500)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e),this.pin=""}get#t(){const{retryAt:e}=this.callAssist.snapshot.value.lock;return e===null?0:Math.max(0,Math.ceil((e-this.now())/1e3))}render(){const{kind:e}=this.callAssist.snapshot.value.lock;return n`<form @submit=${this.#n}>
      <div class="top">
        <span class="state">${c(_)}</span>
        <h3>${s("lock.title")}</h3>
        <button type="button" class="ib" data-action="leave" aria-label=${s("common.close")} @click=${this.#a}>
          ${c(y)}
        </button>
      </div>
      ${e==="admin"?this.#s():this.#i()}
      <p class="err" role="alert" ?hidden=${!this.said}>${this.said}</p>
    </form>`}#s(){return n`<p>${s("lock.admin_text")}</p>
      <div class="acts">
        <button class="btn solid" data-action="unlock" aria-disabled=${this.working}>${s("lock.admin_again")}</button>
      </div>`}#i(){const e=this.#t,t=a=>n`<button
        type="button"
        class="key"
        data-digit=${a}
        ?disabled=${e>0}
        @click=${()=>this.#o(a)}
      >
        ${a}
      </button>`;return n`<label class="vh" for="pin">${s("lock.pin")}</label>
      <input
        class="in pin"
        id="pin"
        type="password"
        inputmode="none"
        autocomplete="off"
        maxlength=${z}
        placeholder=${s("lock.pin")}
        .value=${this.pin}
        ?disabled=${e>0}
        @input=${a=>this.pin=a.target.value.replace(/\D/g,"")}
      />
      <p class="hint wait" aria-live="off">${e>0?s("lock.wait",{s:e}):r}</p>
      <div class="pad" dir="ltr">
        ${["1","2","3","4","5","6","7","8","9"].map(t)}
        <button
          type="button"
          class="key word"
          data-action="erase"
          ?disabled=${e>0}
          @click=${()=>this.pin=this.pin.slice(0,-1)}
        >
          ${s("lock.erase")}
        </button>
        ${t("0")}
        <button class="key word ok" data-action="unlock" ?disabled=${e>0} aria-disabled=${this.working}>
          ${s("lock.open")}
        </button>
      </div>`}#o(e){this.said="",this.pin.length<z&&(this.pin+=e)}#n=async e=>{if(e.preventDefault(),this.working)return;const{kind:t}=this.callAssist.snapshot.value.lock;if(t==="pin"&&this.pin.length<G)return void(this.said=s("lock.short"));this.working=!0,this.said="";try{await this.callAssist.unlock(this.pin),this.dispatchEvent(new CustomEvent("unlocked"))}catch(a){const o=f(a);o==="not_admin"?this.said=s("lock.not_admin"):o==="wrong_pin"?this.said=s("lock.wrong"):this.said=s(o==="too_many_tries"?"lock.too_many":"setup.other")}finally{this.pin="",this.working=!1}};#a=()=>{this.dispatchEvent(new CustomEvent("leave"))}}class A extends h{static styles=[b,U];static properties={callAssist:{attribute:!1},levels:{state:!0},unlocking:{state:!0}};#e=v();constructor(){super(),this.levels=[],this.unlocking=null,g(this,()=>[u,this.callAssist.snapshot])}get#t(){return this.levels.at(-1)}render(){const e=this.#t,t=e&&m[e.view],a=this.levels.length===1,o=l=>l.stopPropagation();return n`<dialog
        class="page"
        tabindex="-1"
        aria-labelledby="title"
        data-page=${e?.view??r}
        @close=${this.#h}
        @cancel=${this.#p}
        @keydown=${o}
        @keyup=${o}
        @keypress=${o}
        @open-page=${this.#r}
        @unlock=${this.#c}
      >
        <div class="head">
          <button
            class="ib"
            data-action=${a?"close":"back"}
            aria-label=${s(a?"common.close":"page.back")}
            @click=${this.back}
          >
            ${a?c(y):n`<span class="dir">${c(N)}</span>`}
          </button>
          <h2 id="title" tabindex="-1">
            ${e?.content&&t?w(t.title(e.detail)):s("card.starting")}
          </h2>
        </div>
        ${this.#s(e)}${this.#i(e)}
        <main>${this.#o(e)}</main>
      </dialog>
      ${this.unlocking?n`<dialog
              class="sheet"
              tabindex="-1"
              aria-label=${s("lock.title")}
              @close=${this.#l}
              @keydown=${o}
            >
              <ca-unlock .callAssist=${this.callAssist} @unlocked=${this.#d} @leave=${this.#l}></ca-unlock>
            </dialog>`:r}`}#s(e){const t=(e?.content&&m[e.view].actions)??[];return t.length?n`<div class="head-acts">
      ${t.map(({action:a,word:o,look:l})=>n`<button class="btn ${l}" data-action=${a} @click=${()=>e?.content?.act?.(a)}>
            ${s(o)}
          </button>`)}
    </div>`:r}#i(e){return this.levels.length===1&&$.some(({view:t})=>t===e?.view)&&!X(e)?n`<nav aria-label=${s("page.pages")}>
      ${$.map(({view:t,word:a,drawing:o})=>n`<button
            data-tab=${t}
            aria-current=${t===e?.view?"page":r}
            @click=${()=>t!==e?.view&&this.#n(t)}
          >
            ${c(o)}<span>${s(a)}</span>
          </button>`)}
    </nav>`:r}#o(e){const{role:t}=this.callAssist.snapshot.value,a=t==="other-tab"?n`<p class="note warn">
            ${c(q)}<span class="t"><b>${s("card.other_tab")}</b>${s("card.other_tab_text")}</span
            ><button class="btn solid" data-action="use-here" @click=${()=>{this.callAssist.takeOver()}}>
              ${s("card.use_here")}
            </button>
          </p>`:r;return e?.failed?n`<p class="note bad" role="alert">
        <span class="t"><b>${s("card.broken")}</b>${s("card.broken_text")}</span
        ><button class="btn solid" data-action="reload" @click=${()=>location.reload()}>${s("card.reload")}</button>
      </p>`:n`${a}${e?.content??r}`}firstUpdated(){const e=this.renderRoot.querySelector("dialog");e?.showModal(),e?.focus()}updated(){const e=this.renderRoot.querySelector(".sheet");e&&!e.open&&(e.showModal(),e.focus())}show(e,t){const a=this.renderRoot.querySelector("main"),o=this.levels.map((l,p)=>p===this.levels.length-1&&a?{...l,left:{scroll:a.scrollTop,focus:v()}}:l);return this.#a([...o,{view:e,detail:t,content:null}])}async#n(e){await this.#a([{view:e,detail:null,content:null}]),this.renderRoot.querySelector(`[data-tab=${e}]`)?.focus()}async#a(e){this.levels=e;const t=e.at(-1);if(!t)return;const a=await j(t.view,this.callAssist,t.detail);if(this.levels!==e)return;for(const l of["leave","signed-in"])a?.addEventListener(l,()=>{this.back()});this.levels=[...e.slice(0,-1),a?{...t,content:a}:{...t,failed:!0}],await this.updateComplete;const o=this.renderRoot.querySelector("main");o&&(o.scrollTop=0),e.length>1&&this.renderRoot.querySelector("h2")?.focus()}back=async()=>{if(this.levels.length<=1)return void this.renderRoot.querySelector("dialog")?.close();this.levels=this.levels.slice(0,-1),await this.updateComplete;const e=this.renderRoot.querySelector("main"),{left:t}=this.#t??{};e&&t&&(e.scrollTop=t.scroll),t?.focus?.isConnected?t.focus.focus({preventScroll:!0}):this.renderRoot.querySelector("h2")?.focus()};#r=e=>{this.show(e.detail.view,e.detail.detail)};#c=e=>{this.unlocking=e.detail};#d=()=>{const e=this.unlocking;this.#l(),e?.()};#l=()=>{this.renderRoot.querySelector(".sheet")?.close(),this.unlocking=null};#p=e=>{e.target!==e.currentTarget||this.levels.length<=1||(e.preventDefault(),this.back())};#h=e=>{e.target===e.currentTarget&&(this.remove(),this.#e?.isConnected&&this.#e.focus())}}const X=i=>i?.view==="contact"&&i.detail!==null;for(const[i,e]of[["ca-page",A],["ca-unlock",K]])customElements.get(i)||customElements.define(i,e);function Y(i,e,t=null){document.querySelector("ca-page")?.remove();const a=Object.assign(document.createElement("ca-page"),{callAssist:i});document.body.append(a),a.show(e,t)}const J=Object.freeze(Object.defineProperty({__proto__:null,CaPage:A,openPage:Y},Symbol.toStringTag,{value:"Module"}));export{B as P,R as a,k as b,D as c,P as d,f as e,E as f,J as g,_ as l,H as m,x as p,V as s,s as t,I as w};
