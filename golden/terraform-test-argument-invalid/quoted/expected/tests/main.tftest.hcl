mock_provider "aws" {
  override_during = plan
}

run "plan" {
  command = plan # quickly

  plan_options {
    mode = refresh-only
  }
}
