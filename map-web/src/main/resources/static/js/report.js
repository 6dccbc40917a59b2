// A small help where there is JavaScript; the form works without it. Written for old browsers.
(function () {
  var form = document.querySelector("form[method=post]");
  var gps = document.getElementById("gps");
  if (form) {
    form.addEventListener("submit", function () {
      // Two taps are one report anyway, by the form's id; this only spares the second request.
      setTimeout(function () {
        form.querySelector(".go").disabled = true;
      }, 0);
    });
    window.addEventListener("pageshow", function () {
      form.querySelector(".go").disabled = false;
    });
  }
  if (!form || !gps || !navigator.geolocation) {
    return;
  }
  gps.hidden = false;
  var said = gps.querySelector("span");
  gps.querySelector("button").addEventListener("click", function () {
    said.textContent = gps.getAttribute("data-wait");
    navigator.geolocation.getCurrentPosition(
      function (position) {
        var at = position.coords;
        form.elements.lon.value = at.longitude.toFixed(6);
        form.elements.lat.value = at.latitude.toFixed(6);
        form.elements.accuracy.value = Math.round(at.accuracy);
        said.textContent = gps.getAttribute("data-got") + " " + Math.round(at.accuracy);
      },
      function () {
        said.textContent = gps.getAttribute("data-none");
      },
      { enableHighAccuracy: true, timeout: 20000 }
    );
  });
})();
