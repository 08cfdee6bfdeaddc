run "plan" {
  command = plan
}

run "made" {
}
