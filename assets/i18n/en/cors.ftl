cors-summary = CORS: what a browser sends, asks first and lets a script read

cors-flag-page = The origin of the page, or null
cors-flag-profile = standard or chromium: whose rules hold
cors-flag-url = What the script asks for
cors-flag-method = The method, GET if not given
cors-flag-header = A header that the script sets
cors-flag-credentials = omit, same-origin or include
cors-flag-mode = cors, no-cors or same-origin
cors-flag-redirect = follow, error or manual
cors-flag-body = none, string, urlsearchparams, formdata, arraybuffer or blob:TYPE
cors-flag-preflight-status = The status of the answer to OPTIONS
cors-flag-pf = A header of the answer to OPTIONS
cors-flag-status = The status of the answer to the request itself
cors-flag-resp = A header of the answer to the request itself
cors-flag-again-after = The same request once more, so much later: 6s

cors-allowed = Allowed: the script reads the answer, status { $status }.
cors-allowed-same = Same origin: the script reads everything, status { $status }.
cors-opaque = Opaque: there is an answer, and the script can read nothing of it.
cors-blocked = Blocked: { $why }.

cors-f-in-preflight = in the preflight { $why }
cors-f-in-response = in the answer { $why }
cors-f-missing = Access-Control-Allow-Origin is missing
cors-f-wildcard = Access-Control-Allow-Origin is *, and * stops at credentials: the origin must be named
cors-f-multiple = Access-Control-Allow-Origin holds several values ({ $found }); one is allowed
cors-f-invalid = Access-Control-Allow-Origin holds { $found }, which is no origin
cors-f-mismatch = Access-Control-Allow-Origin names { $found }, but Origin is { $origin }
cors-f-no-credentials = Access-Control-Allow-Credentials is missing; with credentials it must be true
cors-f-credentials = Access-Control-Allow-Credentials is { $found }; it must be exactly true
cors-f-redirect = status { $status } sends the browser elsewhere; a preflight may not be redirected
cors-f-status = the status is { $status }, not 200 to 299
cors-f-method-list = Access-Control-Allow-Methods can't be read: { $found } is no method
cors-f-header-list = Access-Control-Allow-Headers can't be read: { $found } is no name
cors-f-method = { $method } isn't in Access-Control-Allow-Methods
cors-f-method-missing = Access-Control-Allow-Methods is missing, and { $method } must stand in it
cors-f-method-case = { $method } isn't in Access-Control-Allow-Methods, { $listed } is: case counts, and fetch leaves this method as it is written
cors-f-method-star = { $method } isn't in Access-Control-Allow-Methods; with credentials * is only a word
cors-f-header = { $name } isn't in Access-Control-Allow-Headers
cors-f-header-missing = Access-Control-Allow-Headers is missing, and { $name } must stand in it
cors-f-header-star = { $name } isn't in Access-Control-Allow-Headers; with credentials * is only a word
cors-f-authorization = authorization must be listed by name in Access-Control-Allow-Headers; * doesn't cover it
cors-f-mixed = an https page may not call http (mixed content); nothing was sent
cors-f-port = browsers never use this port
cors-f-mode = mode same-origin forbids other origins
cors-f-no-cors-redirect = with mode no-cors, redirects can only be followed
cors-f-redirect-error = the answer is a redirect, and redirect is "error"
cors-f-location = the redirect leads to something that is no http or https address
cors-f-location-user = the redirect leads to an address with a user name
cors-f-many-redirects = more than 20 redirects

cors-refused-method-syntax = fetch throws: "{ $method }" is no method
cors-refused-method-forbidden = fetch throws: { $method } is forbidden to scripts
cors-refused-method-no-cors = fetch throws: mode no-cors knows GET, HEAD and POST, not { $method }
cors-refused-body = fetch throws: { $method } has no body
cors-refused-user = fetch throws: the address carries a user name

cors-p-timeline = Requests
cors-t-at = at
cors-t-request = request
cors-t-preflight = preflight
cors-t-verdict = verdict
cors-t-sent = sent
cors-t-remembered = remembered until { $until }
cors-t-none = not needed

cors-p-origins = Origins
cors-o-part = part
cors-o-page = page
cors-o-url = request
cors-o-scheme = scheme
cors-o-host = host
cors-o-port = port
cors-o-origin = origin

cors-p-preflight = Preflight, as sent and answered
cors-p-request = Request, as sent and answered
cors-p-preflight-checks = Checks of the preflight
cors-p-request-checks = Checks of the answer
cors-p-script = What the script sees
cors-p-console = What the console says

cors-k-passes = passes
cors-k-stops = stops here
cors-k-also = fails too
cors-c-no-redirect = no redirect
cors-c-origin = origin
cors-c-credentials = credentials
cors-c-status = status 2xx
cors-c-method-list = list of methods
cors-c-header-list = list of headers
cors-c-method = method { $method }
cors-c-header = header { $name }

cors-r-readable = readable
cors-r-hidden = hidden: not in Access-Control-Expose-Headers
cors-r-never = never readable

cors-s-timeline = Each request is made with what the browser remembers of the ones before.
cors-s-opaque-page = The page has no origin of its own: it says null and is like no other.
cors-s-same-origin = Scheme, host and port are equal: same origin.
cors-s-cross-origin = The { $part } differs: another origin.
cors-s-class-same = No CORS: the page may read its own origin.
cors-s-class-no-cors = Mode no-cors: it is sent, and whatever comes back stays closed.
cors-s-class-simple = A simple request: sent at once, checked afterwards.
cors-s-class-preflighted = Not a simple request: the browser asks first.
cors-cause-method = The method { $method } isn't GET, HEAD or POST.
cors-cause-type = { $name }: { $value } is none of { $types }.
cors-cause-letters = { $name }: { $value } holds a character that needs permission.
cors-cause-range = { $name }: { $value } is no single range with a beginning.
cors-cause-long = { $name } is longer than 128 bytes.
cors-cause-total = All harmless headers together are longer than 1,024 bytes: { $name } needs permission too.
cors-cause-name = { $name } isn't one of the headers that need no permission.
cors-s-options = OPTIONS asks, without cookies, token or body. The server answers { $status }.
cors-s-request = { $method } goes out. The server answers { $status }.
cors-s-remembered = No preflight: the permission is remembered until { $until }.
cors-s-not-sent = { $method } itself was never sent.
cors-s-checks-pass = Every check passes.
cors-s-check-fails = The browser stops here: { $why }.
cors-s-also = It would have failed too: { $why }.
cors-s-redirect = { $status } sends the browser on to { $url }.
cors-s-method-changes = { $from } becomes { $to }, without body.
cors-s-authorization-dropped = Another origin: Authorization is dropped.
cors-s-null = A stranger redirected to a third origin: from here on Origin is null.
cors-s-opaque = The script gets an answer with status 0 and nothing in it.
cors-s-opaque-redirect = The redirect is handed over unread, with status 0.
cors-s-read = The script reads the status and { $count ->
    [0] no header
    [one] one header
   *[other] { $count } headers
 }; { $hidden ->
    [0] none is hidden
    [one] one is hidden
   *[other] { $hidden } are hidden
 }.
cors-s-error = The script gets a TypeError that doesn't say why: { $why }.
cors-s-done-unread = The request got through and was answered, but the script gets a TypeError: { $why }.

cors-n-dropped = The browser drops what a script may not set: { $names }.
cors-n-assumed = Nothing is said about OPTIONS, so 404 without headers is assumed.
cors-n-gateway = This { $status } was made by API Gateway itself: the function's headers aren't on it.
cors-n-ignored = The HTTP API has a CORS configuration, so CORS headers of the function are ignored.
cors-n-vary = If { $origin } is one of several that may be named here, every answer needs Vary: Origin. If it is always the same, it doesn't.
cors-n-vary-http = The answer depends on Origin: a cache in front must have Origin in its key.
cors-n-hidden = Not readable without Access-Control-Expose-Headers: { $names }.
cors-n-same-site = include only permits cookies: SameSite=Lax ones still aren't sent to another site.
cors-n-null = null is the origin of every sandboxed frame: whoever allows it allows them all.
cors-n-method = fetch sends { $written } as { $sent }: it brings DELETE, GET, HEAD, OPTIONS, POST and PUT to upper case, and no other method, PATCH neither.
cors-n-answer-header = { $name } belongs into the server's answer. In a request it permits nothing; it only makes the browser ask first.
cors-n-origin-in-answer = Origin is a header of requests. In an answer it does nothing: the browser looks for Access-Control-Allow-Origin.
cors-n-near-header = No browser knows { $name }. Did you mean { $near }?
cors-n-null-redirect = A server of another origin than the page's redirected to a third: from there on Origin is null.
cors-n-null-page = The page has no origin of its own (a sandboxed frame, or made from data): Origin is null.

cors-fix-plain = { $changes }
cors-fix-direct = Call the redirect's target yourself. { $changes }
cors-fix-no-cookies = If it works without cookies. { $changes }
cors-fix-own-origin = Give the frame its origin back (sandbox="allow-same-origin"), if you trust what runs in it. { $changes }
cors-fix-everyone = Only if every site on the web may read this. { $changes }
cors-fix-at = { $place }: { $settings }
cors-fix-and = { $first }; { $rest }
cors-fix-vary = If other origins are allowed too. { $place }: { $field }
cors-fix-expose = For the script to read more. { $place }: { $field }
cors-at-page = page
cors-at-request = request in the script
cors-at-answer = answer to { $method }
cors-at-hop = answer of { $host } to { $method }
cors-at-mock = mock for OPTIONS (options, options_headers)
cors-at-function = answer of the function (lambda_headers)
cors-at-gateway-responses = gateway responses DEFAULT_4XX and DEFAULT_5XX (gateway_response_headers)
cors-at-http-api = CORS configuration of the HTTP API
cors-caveat-list = If other sites than { $origin } read this too, the server keeps a list and answers with the one that asks, hence Vary: Origin.
cors-caveat-redirect = After this redirect Origin is null, as from every sandboxed frame: the last server can't name the page. It is mended in the page, or by answering without a redirect.
cors-caveat-redirect-cookies = After this redirect Origin is null, and with cookies neither null nor * is a safe answer: no header of the last server mends it. It is mended in the page, or by answering without a redirect.
cors-caveat-opaque = Every sandboxed frame sends Origin: null: no server can tell this page from another. Load it from an address of its own, or without sandbox.
cors-caveat-opaque-cookies = Every sandboxed frame sends Origin: null, and with cookies * is no way out: nothing that the server answers mends it safely. Load the page from an address of its own, or without sandbox.
cors-caveat-method = Nothing that a server answers mends this: no script may send { $method }. Offer the call under another method.
cors-caveat-https = No header mends it: what an https page reads must come over https.
cors-caveat-port = No header mends it: the server must listen on another port, such as 443.
cors-caveat-location = No CORS header mends it: the redirect itself must lead elsewhere.
cors-caveat-none = Nothing that was tried here mends it.

cors-control-include = with cookies
cors-control-omit = without cookies
cors-control-chromium = by Chromium's rules
cors-control-standard = by the standard's rules
cors-control-put = as PUT
cors-control-get = as GET

cors-x-http-api = API Gateway, HTTP API
cors-x-mock = API Gateway, REST API: mock for OPTIONS (SAM template)
cors-x-gateway-responses = API Gateway, REST API: answers that it makes itself
cors-x-lambda = Lambda, behind a proxy integration
cors-x-nginx = nginx
cors-x-express = Express

cors-e-op = there is no operation { $op }; known are { $known }
cors-e-field-missing = the field { $field } is missing
cors-e-field = the field { $field } must be { $wanted }
cors-w-text = text
cors-w-list = a list
cors-w-object = an object
cors-w-number = a whole number from 0
cors-w-bool = true or false
cors-w-pairs = a list of pairs of texts
cors-e-url = { $field }: '{ $text }' is not an absolute http(s) URL
cors-h-url = Write it with its scheme: https://{ $text }
cors-e-no-url = url is missing
cors-e-no-page = page is missing: where does the script come from?
cors-h-no-page = page = "https://shop.example.com"
cors-e-page-path = page: has a path ('{ $path }'); an origin is scheme://host[:port]
cors-h-page = Write { $origin }
cors-e-no-request = [request] is missing: what does the script ask for?
cors-h-no-request = [request] and, on the next line, url = "https://api.example.com/"
cors-e-word = { $field }: '{ $text }' is none of { $known }
cors-h-word = Did you mean { $word }?
cors-e-status = { $status } is no status; there are 100 to 599
cors-e-header-name = '{ $name }' is no header name
cors-e-header-value = { $name }: a header's value has no line break or zero
cors-e-header-byte = { $name }: a script can only send characters up to U+00FF in a header
cors-e-pair = headers are { "{ Name = \"value\" }" } or [["Name", "value"]]
cors-e-many-fields = there are more than { $most } headers
cors-e-long-fields = the headers of a message are longer than { $most } KB: browsers give up there
cors-e-long = { $field } is longer than { $most } KB: no server reads that
cors-e-many = there are more than { $most } of these
cors-e-time = after_ms counts milliseconds from 0
cors-e-hop = no hop answers { $url }
cors-e-two-servers = both { $first } and { $second } say who answers; keep one
cors-e-no-kind = kind is missing: "http" or "rest"
cors-e-apigw-credentials = API Gateway answers 400: allow-credentials is not supported if allow-origin is *
cors-h-apigw-credentials = Name the origins, or leave allow_credentials out.

cors-yes = yes
cors-no = no
cors-want-word = one of { $known } is wanted
cors-want-number = a number is wanted
cors-want-names = names of headers are wanted, with commas between: x-a,x-b, or none
cors-want-origin = an origin is wanted: https://shop.example.com, or null
cors-w-method = the method
cors-w-header = a header
cors-w-no-fault = nothing: it passes

cors-drill-same-origin = same origin or not
cors-drill-preflight = whether the browser asks first
cors-drill-asked-headers = what stands in Access-Control-Request-Headers
cors-drill-readable = which headers a script may read
cors-drill-credentials = whether a script may read the answer, with and without cookies
cors-drill-first-fault = what a browser complains of first
cors-drill-cache = how many preflights are sent
cors-drill-redirect = which Origin arrives after redirects

cors-ask-same-origin = A page of { $page } calls { $url }. Same origin?
cors-ask-preflight = On a page of { $page }: { $call }. Does the browser send OPTIONS first?
cors-ask-asked-headers = From another origin: { $call }. What stands in Access-Control-Request-Headers?
cors-ask-readable = { $call } is answered with { $answer }. Can the script read { $name }?
cors-ask-credentials = On a page of { $page }: { $call } is answered with { $answer }. May the script read the answer?
cors-ask-first-fault = On a page of { $page }: { $call }. The preflight is answered with { $answer }. What does the browser complain of first?
cors-ask-cache = { $call }, preflight answered with { $answer }. The same again: { $steps } (each after the one before). How many preflights in all?
cors-ask-redirect = A page of { $page } sends a simple GET that is redirected: { $chain }. Which Origin does the last one carry?

cors-slip-path = The path and the query don't count: only scheme, host and port do.
cors-slip-scheme = http and https are two schemes, so two origins.
cors-slip-port = Another port is another origin; https without a port means 443.
cors-slip-default-port = 443 is what https means anyway: the same port.
cors-slip-case = Hosts and schemes have no case.
cors-slip-subdomain = A subdomain is another host, whoever owns it.
cors-slip-host = The host must be equal as a whole: another name is another origin.
cors-slip-simple = Nothing here that an HTML form couldn't send: it goes out at once.
cors-slip-harmless = You listed harmless headers too. Only those that need permission are asked for.
cors-slip-content-type = Content-Type is judged by its value: form types are harmless, everything else is asked for.
cors-slip-authorization = Authorization is never harmless: it is asked for by name.
cors-slip-no-names = There is something to ask for: headers of one's own need permission.
cors-why-asked-headers = In it stand the names that need permission: in lower case, sorted, each once. Harmless values, and what a script may not set, are left out.
cors-slip-star = You forgot that * stops at credentials: with include the origin must be named.
cors-slip-star-fine = Without credentials * is enough, and Access-Control-Allow-Credentials isn't asked for.
cors-slip-named-fine = The page's own origin is named, and what credentials need is there.
cors-slip-no-true = The origin is right, but with include Access-Control-Allow-Credentials: true must stand beside it.
cors-slip-true = It must be exactly true: True or 1 is nothing.
cors-slip-missing = Without Access-Control-Allow-Origin nobody else may read.
cors-slip-slash = The slash at the end makes it another text: it is compared to the last character.
cors-slip-pattern = There are no patterns: * stands alone or is an ordinary character.
cors-slip-several = One value only. A server with several sites picks the one that asks.
cors-slip-no-scheme = Without its scheme it is no origin.
cors-slip-null-named = null is another origin than the page's.
cors-slip-always-readable = Seven headers are always readable: Cache-Control, Content-Language, Content-Length, Content-Type, Expires, Last-Modified, Pragma.
cors-slip-expose = It isn't one of the seven that are always readable, and nothing exposes it.
cors-slip-exposed = Access-Control-Expose-Headers names it; case doesn't matter.
cors-slip-expose-star = Without credentials * exposes everything but Set-Cookie.
cors-slip-expose-star-credentials = With credentials * is only a word: it exposes nothing.
cors-slip-expose-list = Commas stand between names. A list that can't be read exposes nothing.
cors-slip-set-cookie = No script ever reads Set-Cookie, exposed or not.
cors-slip-later = That fails too, but something is checked before it.
cors-why-order = The order: redirect, origin, credentials, status, lists, method, headers.
cors-slip-cache-none = You asked every time, but a permission is remembered: 5 seconds without Max-Age.
cors-slip-cache-once = You asked once for all, but a permission is for one address and it ends; one without credentials doesn't serve a request with them.
cors-slip-cache-more = One too many: what is still remembered isn't asked again.
cors-slip-cache-fewer = One too few: another address, credentials or a time that has run out ask again.
cors-why-cache-first = Request { $number }, { $path }: nothing is remembered for this address. Asked.
cors-why-cache-cookies = Request { $number }, { $path }: the permission was given without credentials, now they are sent. Asked.
cors-why-cache-fresh = Request { $number }, { $path }: the permission is { $passed } s old and holds { $age } s: { $passed } < { $age }. Not asked.
cors-why-cache-old = Request { $number }, { $path }: the permission is { $passed } s old and holds { $age } s: { $passed } ≥ { $age }. Asked again.
cors-why-cache = Remembered for each address, as long as Access-Control-Max-Age says: 5 seconds where it is missing or can't be read (by the standard also -1), not at all with 0. A permission without credentials doesn't serve a request with them.
cors-slip-null = A stranger sent the browser on to another origin: from there on Origin is null.
cors-slip-not-null = No stranger sent it on to another origin: Origin stays the page's.
cors-slip-redirector = Origin tells who asks: the page or null, never the server that redirects.
