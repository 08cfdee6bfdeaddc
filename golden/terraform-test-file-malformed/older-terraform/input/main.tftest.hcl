test {
  parallel = true
}

run "plan" {
  command  = plan
  parallel = true
}
