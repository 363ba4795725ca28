import{I as n,n as o,t as r,p as t}from"./app-Y0z-pJrJ.js";const c=["M6.3 3.4 9 3.1c.7 0 1.2.4 1.4 1l.9 3c.1.6 0 1.1-.4 1.5L9.3 10c1.1 2 2.7 3.6 4.7 4.7l1.4-1.6c.4-.4.9-.6 1.5-.4l3 .9c.6.2 1 .7 1 1.4l-.3 2.7c-.2 1.6-1.4 2.8-3 2.7C9.9 20 4 14.1 3.6 6.4 3.5 4.8 4.7 3.6 6.3 3.4z",""],s=["","M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 1 1 13 0zM15.5 15.5l5 5"],i=["M7 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM14 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM21 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0z",""],d=["","m6 6 12 12M18 6 6 18"],l=["M3 9.5v5c0 .5.4 1 1 1h2.8l4 3.4c.5.4 1.2.1 1.2-.6V5.7c0-.7-.7-1-1.2-.6l-4 3.4H4c-.6 0-1 .5-1 1z","M15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6"],u=["M16.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 1 1 9 0zM3.5 20.5c0-4.5 3.7-7 8.5-7s8.5 2.5 8.5 7z",""],h=o`
  ${n}
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
    background: linear-gradient(var(--surface) 0 0) center / 60% 20% no-repeat var(--warn);
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
    flex: 1 1 120px;
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
`,p={"card.ready":"Ready for calls","card.connecting":"Connecting…","card.away":"{count} of {all} accounts away","card.reachable":"Reachable","card.in_call":"In another call","card.offline":"Not reachable now","card.account_away":"Account is reconnecting","card.signed_out":"Signed out","card.sound":"Touch once to allow sound","card.sound_text":"The browser keeps this device silent until then.","card.sound_do":"Allow sound","card.address":"Name or address","card.none_match":"Nobody of this card is a contact here.","card.voice_to":"Voice call {n}","card.video_to":"Video call {n}","card.missed":"Missed call","card.call_back":"Call back","card.cut":"The call with {n} was cut off","card.cut_text":"This page was closed or loaded again.","card.request":"{n} wants to reach you","card.accept":"Accept","card.not_now":"Not now","card.sign_in_again":"{account} needs you to sign in again","card.sign_in_again_text":"Contacts and history are kept.","card.sign_in":"Sign in","card.update":"An update is ready","card.update_text":"The page loads again when no call runs.","card.ha_away":"Home Assistant is away","card.ha_away_text":"Calls work. Cameras and helpers come back by themselves.","card.helpers":"{count} helpers are missing","card.helpers_text":"Calls work without them.","card.none_yet":"Nobody here yet. People you talk to appear by themselves.","card.search":"Search or type an address","card.missed_n":"{count} missed calls","card.missed_voice":"Missed voice call","card.missed_video":"Missed video call","card.seen":"Seen","card.somebody":"Somebody","card.calls_you":"{n} is calling","card.in_progress":"Call with {n}","card.back":"Back to call","card.open":"Open","card.dnd":"Do not disturb","card.dnd_until":"Do not disturb until {time}","card.dnd_note":"Calls do not ring","card.dnd_hand":"Until somebody turns it off","card.dnd_time":"Until {time}","card.dnd_except":"{n} still can","card.dnd_off":"Turn off","card.change":"Change","card.details":"Details","card.lost":"{account} is offline","card.lost_text":"It reconnects by itself. Calls through it wait until then.","card.reachable_n":"{count} reachable","card.people_n":"{count} contacts","card.favourites":"Favourites","card.everyone":"Everyone","card.found":"Found","card.none_found":"Nobody has this name. An address can be called as it is.","card.people":"Show people","card.about":"About {n}","card.clear":"Clear","card.recent":"Recent","card.no_recent":"No calls yet","card.show_all":"Show all","card.station":"Calling from","card.this_camera":"The camera of this device","card.parts":"Parts of this card","card.helpers_one":"One helper is missing","card.close":"Close","card.calling":"is calling","card.silent":"The ring is silent","card.touch":"Touch once","card.station_tab":"Station","recent.declined":"Declined","recent.elsewhere":"Answered on another device","recent.no_answer":"No answer","recent.cut":"Cut off","recent.none":"Not connected","recent.talked":"{kind}, {time}","out.video":"Video call","out.voice":"Voice call","refused.refused_bad_value":"That is no address we can call. An address looks like name@server.org or @name:server.org.","refused.refused_unknown_contact":"Nobody with this name is a contact here.","refused.refused_ambiguous_contact":"Several people have this name. Type the address instead.","refused.refused_not_allowed":"This device does not allow that.","refused.refused_busy":"You are in a call already.","refused.refused_not_ready":"No account is online. It reconnects by itself.","refused.refused_nothing_rings":"The call is over already.","storage.blocked":"Another tab holds the data of this device. Close other tabs of this page.","storage.full":"This device has no space left. Free some, then load the page again.","storage.newer":"A newer Call Assist wrote the data of this device. Update this one, then load the page again.","storage.corrupt":"Some data of this device cannot be read. The rest works.","storage.unavailable":"The browser stores nothing here. Leave private mode, or allow site data for this page.","storage.title":"Nothing can be stored here","setup.other":"That did not work. Try again.","common.again":"Call again","common.done":"Done"};t("live",p);function b(e,a){return r(e,a)}export{c as a,h as b,d as c,s as d,i as m,u as p,l as s,b as t};
