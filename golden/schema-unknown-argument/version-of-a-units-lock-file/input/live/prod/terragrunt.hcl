terraform {
  source = "../../address"
}
