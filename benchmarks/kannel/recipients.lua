-- One request with many recipients, for wrk: a form, or a query for those who read no form.
local numbers = {}
for i = 1, tonumber(os.getenv("RECIPIENTS")) do
  numbers[i] = string.format("%.0f", 15550000000 + i)
end
local parameters = os.getenv("PARAMETERS") .. "=" .. table.concat(numbers, os.getenv("SEPARATOR"))
if os.getenv("METHOD") == "POST" then
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  wrk.body = parameters
else
  wrk.path = wrk.path .. "?" .. parameters
end
