-- Sends the requests of a file in their order, again and again, and tells the result as a line of JSON.
-- A line of the file: method and path, header lines (each ended by \1), body; between them tabs.

local lines = {}
-- How many requests were sent. wrk has one made before, which it looks at and never sends.
local sent = 0
local looked_at = false
local common
local threads = {}
faults = 0

function init(arguments)
  local token = io.open(os.getenv("BENCH_TOKEN")):read("*l")
  common = " HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\nAuthorization: Bearer " .. token .. "\r\n"
  for line in io.lines(os.getenv("BENCH_REQUESTS")) do
    lines[#lines + 1] = line
  end
end

function request()
  local start, headers, body = lines[sent % #lines + 1]:match("^([^\t]*)\t([^\t]*)\t(.*)$")
  if looked_at then
    sent = sent + 1
  end
  looked_at = true
  return start .. common .. headers:gsub("\1", "\r\n") .. "\r\n" .. body
end

-- Whoever is told to slow down (429) was answered well; a 5xx is the server's fault. Looking at each answer costs
-- time, so it is done where it is asked for.
if os.getenv("BENCH_FAULTS") then
  function response(status)
    if status >= 500 then
      faults = faults + 1
    end
  end
end

function setup(thread)
  threads[#threads + 1] = thread
end

function done(summary, latency)
  local errors = summary.errors
  local found = 0
  for _, thread in ipairs(threads) do
    found = found + thread:get("faults")
  end
  io.write(string.format(
    '\nRESULT {"requests": %d, "seconds": %f, "errors": %d, "faults": %d, "p50_ms": %f, "p99_ms": %f, "p999_ms": %f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    found,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency:percentile(99.9) / 1e3))
end
