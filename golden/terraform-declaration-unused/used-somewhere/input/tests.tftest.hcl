run "plan" {
  assert {
    condition     = local.secret != ""
    error_message = "empty"
  }
}
