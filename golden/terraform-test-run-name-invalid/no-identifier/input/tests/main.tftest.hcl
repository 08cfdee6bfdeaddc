run "plan it, please" {
  command = plan
}

run "1" {
  command = plan
}

run "plan.b" {
  command = plan
}
