name = "prod-replica"
