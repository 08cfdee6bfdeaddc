module "queues" {
  source = "./queues"
}
