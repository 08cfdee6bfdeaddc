check "health" {
  assert {
    condition = data.http.health.status_code == 200
  }
}

check "one_is_valid" {
  assert {
    condition     = data.http.health.status_code == 200
    error_message = "The service is not healthy."
  }

  assert {
    error_message = "The service is slow."
  }
}

data "http" "health" {
  url = "https://example.com/health"
}
