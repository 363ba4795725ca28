function t(r){return btoa(Array.from(r,o=>String.fromCharCode(o)).join(""))}function a(r){return Uint8Array.from(atob(r),o=>o.charCodeAt(0))}export{a as f,t};
