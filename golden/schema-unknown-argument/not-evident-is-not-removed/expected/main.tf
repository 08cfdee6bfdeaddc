resource "aws_db_instance" "main" {
  identifier              = "main"
  instance_class          = "db.t3.micro"
  backup_retention_period = 7
}

resource "aws_autoscaling_policy" "scale_up" {
  name                   = "scale-up"
  autoscaling_group_name = "web"
  tags                   = { Team = "web" }

  lifecycle {
    ignore_changes = [tags]
  }
}

resource "azurerm_storage_account" "logs" {
  name                     = "logs"
  resource_group_name      = "logs"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  enable_quantum_storage   = true
}
