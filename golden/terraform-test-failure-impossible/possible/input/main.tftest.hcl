run "plan" {
  command = plan

  expect_failures = [
    var.name,
    output.name,
    check.name,
    terraform_data.all,
  ]
}
