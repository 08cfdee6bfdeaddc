module "queue" {
  source = "../../modules/queue"

  name = "returns"
}
