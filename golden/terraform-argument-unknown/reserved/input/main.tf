provider "aws" {
  for_each = toset(["eu-west-1"])
  region   = "eu-west-1"
}

check "health" {
  data "http" "one" {
    count = 1
    url   = "https://example.org"
  }

  assert {
    condition     = data.http.one.status_code == 200
    error_message = "It is not healthy."
  }
}
