run "plan" {
  command = plan

  assert {
    condition     = terraform_data.gone.id != ""
    error_message = "nothing"
  }
}
